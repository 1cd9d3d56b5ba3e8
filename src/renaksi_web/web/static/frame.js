// What every page can do when JavaScript is there: show a password, close its menu, copy, print,
// and sign in again in place.
(() => {
  'use strict';

  // "Tampilkan": the password as it was typed.
  for (const field of document.querySelectorAll('input[type="password"]')) {
    const words = document.body.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm btn-link px-0 d-block';
    button.textContent = words.show;
    button.setAttribute('aria-controls', field.id);
    button.addEventListener('click', () => {
      const hidden = field.type === 'password';
      field.type = hidden ? 'text' : 'password';
      button.textContent = hidden ? words.hide : words.show;
    });
    field.after(button);
  }

  // The menu closes by Escape and by a click elsewhere.
  const menu = document.querySelector('details.menu');
  if (menu) {
    document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }

  // A date in words beside its field: a browser shows days and months in an order of its own.
  const inWords = new Intl.DateTimeFormat(document.documentElement.lang, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
  for (const field of document.querySelectorAll('input[type="date"]')) {
    const words = document.createElement('small');
    words.className = 'day-in-words';
    const tell = () => { words.textContent = field.valueAsDate ? inWords.format(field.valueAsDate) : ''; };
    field.addEventListener('input', tell);
    field.after(words);
    tell();
  }

  // Buttons that only a script can serve are hidden until here.
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText((source.value || source.textContent).trim().replace(/\s+/g, ' '));
      button.textContent = button.dataset.done;
    });
  }

  // A session that ended opens a dialog; what was typed stays on the page behind it.
  // Whoever sends things (htmx, the grid) hears `renaksi:signed-in` on the document and sends again.
  const dialog = document.getElementById('session-ended');
  if (!dialog) return;
  const form = dialog.querySelector('form');
  const sentence = dialog.querySelector('[role="alert"]');

  const open = () => { if (!dialog.open) dialog.showModal(); };

  const takeToken = (token) => {
    document.body.setAttribute('hx-headers:inherited', JSON.stringify({'X-CSRFToken': token}));
    for (const field of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) field.value = token;
  };

  document.addEventListener('htmx:before:response', (event) => {
    if (event.detail.ctx.response.status !== 401) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('renaksi:session-ended', open);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    let answer;
    try {
      answer = await fetch(form.action, {method: 'POST', body: new FormData(form), headers: {'HX-Request': 'true'}});
    } catch {
      sentence.textContent = dialog.dataset.offline;
      return;
    }
    if (answer.status !== 204) {
      sentence.textContent = await answer.text();
      form.elements.password.select();
      return;
    }
    if (answer.headers.get('X-Renaksi-User') !== dialog.dataset.user) {
      location.reload();
      return;
    }
    takeToken(answer.headers.get('X-CSRFToken'));
    form.reset();
    sentence.textContent = '';
    dialog.close();
    document.dispatchEvent(new CustomEvent('renaksi:signed-in'));
  });
})();
