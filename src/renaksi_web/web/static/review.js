// The review page with JavaScript: arrows walk the rows, the lines that a row was read from light
// up in the source, and corrections open in a dialog. Without it, links and plain forms do the same.
(() => {
  'use strict';

  // The letter that opens a part of the panel: P, B, G or H.
  let wanted = '';

  const review = () => document.getElementById('periksa');
  const picks = () => [...document.querySelectorAll('#periksa .pick')];

  const light = (row) => {
    for (const lit of document.querySelectorAll('.source .lit')) lit.classList.remove('lit');
    const spots = (row.dataset.spots || '').split(' ').filter(Boolean);
    const found = spots.map((spot) => document.getElementById(spot)).filter(Boolean);
    for (const spot of found) (spot.closest('li') || spot).classList.add('lit');
    if (found[0] && matchMedia('(min-width: 62rem)').matches) show(found[0]);
  };

  // Only the source pane moves, never the page under the reader's hands.
  const show = (spot) => {
    const pane = spot.closest('.source');
    const from = pane.getBoundingClientRect();
    const at = (spot.closest('li') || spot).getBoundingClientRect();
    const to = pane.scrollTop + at.top - from.top - pane.clientHeight / 3;
    const seen = at.left >= from.left && at.right <= from.right;
    const aside = seen ? pane.scrollLeft : pane.scrollLeft + at.left - from.left - 40;
    pane.scrollTo({top: to, left: aside, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
  };

  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('#periksa tr[data-spots]');
    if (row) light(row);
  });
  // From the document back: the row that was read from a spot has the focus.
  document.addEventListener('click', (event) => {
    const back = event.target.closest('.source [href^="#"]');
    const row = back && document.getElementById(decodeURIComponent(back.getAttribute('href').slice(1)));
    const pick = row && row.querySelector('.pick');
    if (!pick) return;
    event.preventDefault();
    row.scrollIntoView({block: 'center'});
    pick.focus({preventScroll: true});
  });
  document.addEventListener('mouseover', (event) => {
    const row = event.target.closest('#periksa tr[data-spots]');
    if (row && !row.contains(event.relatedTarget)) light(row);
  });

  document.addEventListener('keydown', (event) => {
    const pick = event.target.closest && event.target.closest('#periksa .pick');
    if (!pick || event.ctrlKey || event.metaKey || event.altKey) return;
    if ('pbgh'.includes(event.key.toLowerCase())) {
      wanted = event.key.toLowerCase();
      event.preventDefault();
      pick.click();
      return;
    }
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    const all = picks();
    const next = all[all.indexOf(pick) + step];
    if (next) { event.preventDefault(); next.focus(); }
  });

  // A panel that arrives becomes a modal dialog; closing it gives the focus back to its row.
  let opener = null;
  document.addEventListener('click', (event) => {
    const link = event.target.closest('#periksa [hx-target="#panel"]');
    if (link && !link.closest('dialog')) opener = link.getAttribute('hx-get');
    const close = event.target.closest('#panel .close');
    if (close) { event.preventDefault(); close.closest('dialog').close(); }
  });
  const open = () => {
    const panel = document.getElementById('panel');
    if (!panel || !panel.open || panel.matches(':modal')) return;
    panel.close();
    panel.showModal();
    const part = wanted && panel.querySelector(`details[data-key="${wanted}"]`);
    if (part) part.open = true;
    wanted = '';
    const first = (part && part.querySelector('textarea, select, button')) || panel.querySelector('[role="alert"]') || panel.querySelector('textarea, input:not([type="hidden"]), select');
    if (first) first.focus();
    panel.addEventListener('close', giveBack, {once: true});
  };
  const giveBack = () => {
    const link = opener && picks().find((pick) => pick.getAttribute('hx-get') === opener);
    if (link) link.focus();
  };

  // After an answer the next open thing at the same spot has the focus, or the last step.
  let card = -1;
  document.addEventListener('submit', (event) => {
    const task = event.target.closest('.task');
    card = task ? [...document.querySelectorAll('.task')].indexOf(task) : -1;
  });
  const goOn = () => {
    const tasks = document.querySelectorAll('.task');
    const next = tasks.length ? tasks[Math.min(card, tasks.length - 1)] : document.querySelector('.ready');
    const field = next && next.querySelector('input:not([type="hidden"]), button');
    if (field) field.focus();
  };
  document.addEventListener('htmx:after:swap', () => {
    open();
    const panel = document.getElementById('panel');
    if (!review() || (panel && panel.open) || review().contains(document.activeElement)) return;
    if (card >= 0) goOn(); else giveBack();
  });
  open();
})();
