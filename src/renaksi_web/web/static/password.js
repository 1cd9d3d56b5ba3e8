// "Tampilkan": shows what is typed in a password field. Without JavaScript the field just stays hidden.
for (const field of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement('button');
  const english = document.documentElement.lang === 'en';
  const words = english ? ['Show', 'Hide'] : ['Tampilkan', 'Sembunyikan'];
  button.type = 'button';
  button.className = 'btn btn-sm btn-link px-0';
  button.textContent = words[0];
  button.setAttribute('aria-controls', field.id);
  button.addEventListener('click', () => {
    const hidden = field.type === 'password';
    field.type = hidden ? 'text' : 'password';
    button.textContent = words[hidden ? 1 : 0];
  });
  field.after(button);
}
