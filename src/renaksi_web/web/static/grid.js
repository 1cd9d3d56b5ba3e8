// The grid of "Isi realisasi": each cell is saved on leaving it, and nothing typed is ever lost.
// Without this file the same form is sent as a whole. Written for Chrome 109.
(() => {
  'use strict';
  const form = document.getElementById('grid');
  if (!form) return;
  const words = form.dataset;
  form.classList.add('live');
  const rows = [...form.querySelectorAll('tr[data-row]')];
  const fields = rows.map((row) => row.querySelector('input.form-control')).filter(Boolean);
  const rowOf = (field) => field.closest('tr');
  const originOf = (row) => row.querySelector('input[type="hidden"]');
  const heldBy = (row) => originOf(row).value.replace(/^\d+:/, '');
  const part = (row, name) => row.querySelector(`[data-part="${name}"]`);
  const say = (row, sentence) => {
    part(row, 'status').textContent = sentence;
    row.classList.remove('is-saved');
  };

  // What was typed and is not on the server yet, kept on this machine for this person and quarter.
  const place = `renaksi:${words.user}:${location.pathname}`;
  const drafts = (() => {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(place)) || {}; } catch { /* no store: only memory */ }
    const write = () => {
      try {
        if (Object.keys(kept).length) localStorage.setItem(place, JSON.stringify(kept));
        else localStorage.removeItem(place);
      } catch { /* the store is full or closed: the page itself still holds it */ }
    };
    return {
      all: () => Object.entries(kept),
      keep(series, text, origin) { kept[series] = {text, origin}; write(); },
      drop(series) { delete kept[series]; write(); },
    };
  })();

  // Sending: one request at a time, with all that waits.
  const waiting = new Set();
  let sending = false;
  let retry = 0;

  const want = (row) => {
    const field = row.querySelector('input.form-control');
    const series = row.dataset.row;
    if (field.value.trim() === heldBy(row)) {
      waiting.delete(row);
      drafts.drop(series);
      return false;
    }
    drafts.keep(series, field.value, originOf(row).value);
    waiting.add(row);
    say(row, words.saving);
    return true;
  };

  // One line for the whole page: whether everything that was typed is safe on the server.
  const kept = document.getElementById('kept');
  const tell = () => {
    const open = form.querySelectorAll('.is-conflict, .is-refused').length;
    if (open) kept.textContent = `${open} ${words.open}`;
    else if (waiting.size) kept.textContent = `${waiting.size} ${words.unsent}`;
    else if (!sending) kept.textContent = words.kept;
  };

  const body = (batch) => {
    const data = new URLSearchParams();
    data.set('csrfmiddlewaretoken', form.elements.csrfmiddlewaretoken.value);
    for (const row of batch) {
      const series = row.dataset.row;
      data.set(`v${series}`, row.querySelector('input.form-control').value);
      data.set(`o${series}`, originOf(row).value);
    }
    return data;
  };

  const send = async () => {
    if (sending || !waiting.size) return;
    clearTimeout(retry);
    const batch = [...waiting].filter((row) => row.querySelector('input.form-control').value.trim() !== heldBy(row));
    waiting.clear();
    if (!batch.length) { tell(); return; }
    sending = true;
    const data = body(batch);
    let failed = false;
    const fail = (sentence) => {
      failed = true;
      for (const row of batch) { waiting.add(row); say(row, sentence); }
    };
    try {
      const answer = await fetch(form.action, {method: 'POST', body: data, headers: {'HX-Request': 'true'}});
      if (answer.status === 401) {
        fail(words.session);
        document.dispatchEvent(new CustomEvent('renaksi:session-ended'));
      } else if ([200, 409, 422].includes(answer.status)) {
        take(await answer.text(), data);
      } else if (answer.status === 403) {
        fail(words.stale);
      } else {
        fail(words.fault);
        retry = setTimeout(send, 15000);
      }
    } catch {
      fail(words.waiting);
      retry = setTimeout(send, 15000);
    }
    sending = false;
    tell();
    // What was typed again meanwhile goes at once, over the version that the answer brought.
    if (!failed && waiting.size) send();
  };

  // The answer: one section for each row. The field that has the focus is never replaced.
  const take = (html, data) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const section of page.querySelectorAll('section[data-row]')) {
      const series = section.dataset.row;
      const row = document.getElementById(`r${series}`);
      const field = row.querySelector('input.form-control');
      const outcome = section.dataset.outcome;
      for (const piece of section.querySelectorAll('[data-part]')) {
        part(row, piece.dataset.part).replaceChildren(...piece.childNodes);
      }
      originOf(row).value = section.dataset.origin;
      row.classList.toggle('is-conflict', outcome === 'conflict');
      row.classList.toggle('is-refused', outcome === 'refused' || outcome === 'locked');
      row.classList.toggle('is-saved', outcome === 'saved' && heldBy(row) !== '');
      if (outcome === 'saved') {
        row.classList.remove('is-late');
        field.removeAttribute('aria-invalid');
        if (field.value === data.get(`v${series}`)) {
          if (field !== document.activeElement) field.value = heldBy(row);
          drafts.drop(series);
        } else if (field !== document.activeElement) {
          want(row);
        }
      } else {
        field.setAttribute('aria-invalid', 'true');
        if (outcome === 'locked') drafts.drop(series);
        else drafts.keep(series, field.value, originOf(row).value);
      }
    }
    count();
  };

  const count = () => {
    const filled = document.getElementById('filled').firstElementChild;
    if (!filled) return;
    const due = fields.filter((field) => rowOf(field).dataset.due === '1');
    const fixed = Number(filled.dataset.fixed);
    filled.textContent = fixed + due.filter((field) => heldBy(rowOf(field)) !== '').length;
  };

  addEventListener('online', send);
  document.addEventListener('renaksi:signed-in', send);
  addEventListener('pagehide', () => {
    if (document.activeElement && fields.includes(document.activeElement)) want(rowOf(document.activeElement));
    if (waiting.size && !sending) fetch(form.action, {method: 'POST', body: body(waiting), headers: {'HX-Request': 'true'}, keepalive: true}).catch(() => {});
  });

  // The keyboard: a cell is entered with its text selected, so that typing replaces.
  const go = (field, step) => {
    const next = fields[fields.indexOf(field) + step];
    if (next) { next.focus(); next.select(); } else { field.blur(); field.focus(); }
  };
  for (const field of fields) {
    field.addEventListener('focus', () => field.select());
    field.addEventListener('input', () => drafts.keep(rowOf(field).dataset.row, field.value, originOf(rowOf(field)).value));
    field.addEventListener('blur', () => { if (want(rowOf(field))) send(); });
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || event.altKey) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) rowOf(field).querySelector('[data-details]').click();
      else if (event.key === 'Enter') go(field, event.shiftKey ? -1 : 1);
      else if (event.key === 'ArrowDown') go(field, 1);
      else if (event.key === 'ArrowUp') go(field, -1);
      else if (event.key === 'Escape') {
        field.value = heldBy(rowOf(field));
        field.select();
        drafts.drop(rowOf(field).dataset.row);
      } else return;
      event.preventDefault();
    });
    field.addEventListener('paste', (event) => {
      const text = event.clipboardData.getData('text');
      if (!/[\r\n]/.test(text.trim())) return;
      event.preventDefault();
      preview(rowOf(field), text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map((line) => line.split('\t')[0].trim()));
    });
  }

  // Choosing among values: after a conflict, or where 1.234 means two things.
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-choose]');
    if (!button) return;
    const row = button.closest('tr');
    const field = row.querySelector('input.form-control');
    field.value = button.dataset.choose;
    field.removeAttribute('aria-invalid');
    row.classList.remove('is-conflict', 'is-refused');
    field.focus();
    if (want(row)) send();
    else location.reload();
  });

  // Pasting a column: shown first, paired row by row; a locked row keeps its place.
  const dialog = document.getElementById('paste');
  const NUMBER = /^[-−+]?\s?(\d+|\d{1,3}(\.\d{3})+(,\d+)?|\d+,\d+|\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d+)\s?%?$/;
  const DOUBTFUL = /^[1-9]\d{0,2}[.,]\d{3}$/;
  const kind = (text) => {
    if (text === '' || text === '-' || /^=\s*[\d.,]+\s*\/\s*[\d.,]+$/.test(text)) return 'known';
    if (DOUBTFUL.test(text)) return 'doubtful';
    return NUMBER.test(text) ? 'known' : 'wrong';
  };
  let pasted = [];

  const preview = (first, values) => {
    const from = rows.indexOf(first);
    pasted = values.map((text, index) => {
      const row = rows[from + index];
      const field = row && row.querySelector('input.form-control');
      const what = !row ? 'beyond' : !field ? 'locked' : kind(text);
      return {row, field, text, what};
    });
    tally();
    dialog.querySelector('tbody').replaceChildren(...pasted.map(line));
    dialog.showModal();
  };

  const tally = () => {
    const counts = {};
    for (const one of pasted) counts[one.what] = (counts[one.what] || 0) + 1;
    const told = ['known', 'doubtful', 'wrong', 'locked', 'beyond'].filter((what) => counts[what]);
    document.getElementById('paste-count').textContent = told.map((what) => `${counts[what]} ${words[what]}`).join(' · ');
  };

  const line = (one) => {
    const row = document.createElement('tr');
    const name = document.createElement('td');
    name.textContent = one.row ? one.row.querySelector('.grid-name a').textContent : '–';
    const value = document.createElement('td');
    value.className = one.what === 'known' ? 'number' : 'number warn';
    if (one.what === 'doubtful') {
      const choice = document.createElement('select');
      choice.className = 'form-select';
      choice.setAttribute('aria-label', name.textContent);
      const digits = one.text.replace(/[.,]/, '');
      const readings = [digits, `${one.text.replace('.', ',')}0`];
      choice.add(new Option(`${one.text} = ${readings.join(` ${words.or} `)}?`, ''));
      for (const reading of readings) choice.add(new Option(reading, reading));
      choice.addEventListener('change', () => {
        one.text = choice.value;
        one.what = choice.value ? 'known' : 'doubtful';
        tally();
      });
      value.append(choice);
    } else {
      value.textContent = one.what === 'known' ? one.text || '–' : `${one.text} · ${words[one.what]}`;
    }
    row.append(name, value);
    return row;
  };

  dialog.querySelector('[data-apply]').addEventListener('click', () => {
    const used = pasted.filter((one) => one.field && one.what === 'known' && one.text !== '');
    const before = used.map((one) => [one.field, heldBy(one.row)]);
    const put = (pairs) => {
      for (const [field, text] of pairs) { field.value = text; want(rowOf(field)); }
      send();
    };
    dialog.close();
    put(used.map((one) => [one.field, one.text]));
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'btn btn-sm btn-outline-secondary';
    undo.textContent = words.undo;
    undo.addEventListener('click', () => { put(before); undo.replaceWith(words.undone); });
    document.getElementById('undo').replaceChildren(undo);
  });

  // Details open in place, and their forms are sent from there; the row then shows what is new.
  const details = document.getElementById('details');
  let opened = null;
  let changed = false;
  const shown = async (answer) => {
    if (answer.status === 401) {
      document.dispatchEvent(new CustomEvent('renaksi:session-ended'));
      return false;
    }
    if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
    details.lastElementChild.innerHTML = await answer.text();
    return true;
  };
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('[data-details]');
    if (!link || event.ctrlKey && event.isTrusted || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opened = link.closest('tr');
    try {
      if (!await shown(await fetch(link.href, {headers: {'HX-Request': 'true'}}))) return;
      details.showModal();
      details.lastElementChild.scrollTop = 0;
      const section = link.hash && details.querySelector(link.hash);
      if (section) section.scrollIntoView();
    } catch {
      location.href = link.href;
    }
  });
  details.addEventListener('submit', async (event) => {
    event.preventDefault();
    const sent = event.target;
    const button = event.submitter;
    if (button) button.disabled = true;
    try {
      const answer = await fetch(sent.action, {method: 'POST', body: new FormData(sent), headers: {'HX-Request': 'true'}});
      if (await shown(answer)) {
        changed = true;
        const said = details.querySelector('[role="alert"], .invalid-feedback, [role="status"]');
        if (said) { said.tabIndex = -1; said.focus(); }
        const proofs = answer.ok && sent.closest('#bukti') && details.querySelector('#bukti');
        if (proofs) proofs.scrollIntoView();
      }
    } catch {
      sent.submit();
    }
    if (button) button.disabled = false;
  });
  details.addEventListener('close', async () => {
    if (!changed || !opened) return;
    changed = false;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(opened.id);
    for (const place of ['.grid-proofs', '.grid-status']) {
      if (fresh) opened.querySelector(place).replaceChildren(...fresh.querySelector(place).childNodes);
    }
    const field = fresh && fresh.querySelector('input[type="hidden"]');
    const mine = originOf(opened);
    if (field && mine && field.value.replace(/^\d+:/, '') === heldBy(opened)) mine.value = field.value;
    document.querySelector('.chips').replaceChildren(...page.querySelector('.chips').childNodes);
  });
  for (const button of document.querySelectorAll('dialog [data-close]')) {
    button.addEventListener('click', () => button.closest('dialog').close());
  }

  // With this file each cell saves itself; the button sends what still waits.
  form.addEventListener('submit', (event) => {
    if (event.submitter && event.submitter.id === 'save-all') {
      event.preventDefault();
      for (const field of fields) want(rowOf(field));
      send();
    }
  });

  // What an earlier visit could not send is put back and sent, over the version it was typed on.
  for (const [series, draft] of drafts.all()) {
    const row = document.getElementById(`r${series}`);
    const field = row && row.querySelector('input.form-control');
    if (!field) { drafts.drop(series); continue; }
    field.value = draft.text;
    if (field.value.trim() === heldBy(row)) { drafts.drop(series); continue; }
    originOf(row).value = draft.origin;
    if (want(row)) continue;
    waiting.add(row);
  }
  send();
  const target = location.hash && document.querySelector(`${CSS.escape ? location.hash : ''} input.form-control`);
  if (target) target.focus();
})();
