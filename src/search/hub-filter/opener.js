// Stands in every hub page, so it is small: it loads the filter once somebody is in the field, or was before it ran.
const field = document.querySelector('#hub-filter');
const follow = () =>
  import(field.dataset.filter).then(
    ({ followHubFilter }) => followHubFilter(field),
    () => {},
  );
if (document.activeElement === field) follow();
else field?.addEventListener('focus', follow, { once: true });
