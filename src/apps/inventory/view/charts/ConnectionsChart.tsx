import { connectionsOf, type Programme } from '#apps/inventory/deciding/programme.ts';
import { Chart } from './Chart.tsx';

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 48;
const BOTTOM = 40;
const TOP = 20;
const RIGHT = 150;

/** Connections as the programme grows: each system with each other, or each with one hub. */
export function ConnectionsChart({ programme: { connections } }: { programme: Programme }) {
  const here = connections.systems;
  const last = Math.max(12, here + 3);
  const most = connectionsOf(last).direct;
  const x = (systems: number): number => LEFT + ((systems - 2) / (last - 2)) * (WIDTH - LEFT - RIGHT);
  const y = (count: number): number => HEIGHT - BOTTOM - (count / most) * (HEIGHT - BOTTOM - TOP);
  const sizes = Array.from({ length: last - 1 }, (_, index) => index + 2).map(connectionsOf);
  const line = (of: 'direct' | 'throughHub'): string => sizes.map((one) => `${x(one.systems)},${y(one[of])}`).join(' ');
  return (
    <Chart
      title="Connections as the programme grows"
      says={`With F&O this programme has ${here} systems: ${connections.direct} connections if each talked to each other, ${connections.throughHub} through a hub. Arithmetic, n(n−1)/2 against n, not a forecast: not every pair needs a connection.`}
      width={WIDTH}
      height={HEIGHT}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                Systems, F&amp;O included
              </th>
              <th scope="col" class="number">
                Each with each other
              </th>
              <th scope="col" class="number">
                Through a hub
              </th>
            </tr>
          </thead>
          <tbody>
            {sizes.map(({ systems, direct, throughHub }) => (
              <tr key={systems} aria-current={systems === here ? 'true' : undefined}>
                <th scope="row" class="number">
                  {systems}
                  {systems === here && ' (this programme)'}
                </th>
                <td class="number">{direct}</td>
                <td class="number">{throughHub}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <line class="chart__axis" x1={LEFT} y1={y(0)} x2={x(last)} y2={y(0)} />
      <line class="chart__axis" x1={LEFT} y1={TOP} x2={LEFT} y2={y(0)} />
      {sizes
        .filter(({ systems }) => systems % 2 === 0)
        .map(({ systems }) => (
          <text key={systems} x={x(systems)} y={HEIGHT - 20} text-anchor="middle">
            {systems}
          </text>
        ))}
      <text x={(LEFT + x(last)) / 2} y={HEIGHT - 3} text-anchor="middle">
        systems
      </text>
      <text x={LEFT - 6} y={TOP + 6} text-anchor="end">
        {most}
      </text>
      <text x={LEFT - 6} y={y(0)} text-anchor="end">
        0
      </text>
      <polyline class="chart__line" points={line('direct')} />
      <polyline class="chart__line chart__line--hub" points={line('throughHub')} />
      <text x={x(last) + 6} y={y(most) + 10}>
        each with each
      </text>
      <text x={x(last) + 6} y={y(last) + 4}>
        through a hub
      </text>
      {here >= 2 && (
        <g class="chart__here">
          <line x1={x(here)} y1={y(0)} x2={x(here)} y2={TOP} />
          <circle cx={x(here)} cy={y(connections.direct)} r={5} />
          <circle cx={x(here)} cy={y(connections.throughHub)} r={5} />
          <text x={x(here) - 8} y={y(connections.direct) - 8} text-anchor="end">
            this programme: {connections.direct}
          </text>
        </g>
      )}
    </Chart>
  );
}
