// Checking: ticking all or none, and how many are ticked. The cascade of a quarter: search in it,
// open and close all of it. Without this file both pages work, with more clicks.
(() => {
  'use strict';
  for (const line of document.querySelectorAll('[data-ticks]')) {
    const boxes = [...line.closest('form').querySelectorAll('input[name="entry"]')];
    const told = line.querySelector('[role="status"]');
    const tell = () => { told.textContent = `${boxes.filter((box) => box.checked).length}/${boxes.length} ${told.dataset.words}`; };
    line.hidden = false;
    line.closest('form').addEventListener('change', tell);
    for (const button of line.querySelectorAll('[data-tick]')) {
      button.addEventListener('click', () => {
        for (const box of boxes) box.checked = Boolean(button.dataset.tick);
        tell();
      });
    }
    tell();
  }
})();

(() => {
  'use strict';
  const tools = document.querySelector('[data-branches]');
  if (!tools) return;
  const branches = [...document.querySelectorAll('details.branch')];
  const lines = [...document.querySelectorAll('.branch .matters li')];
  const field = tools.querySelector('input');
  const told = tools.querySelector('[role="status"]');
  const begun = branches.map((branch) => branch.open);
  tools.hidden = false;

  const matches = (element, text) => element.textContent.toLowerCase().includes(text);
  const seek = () => {
    const text = field.value.trim().toLowerCase();
    if (!text) {
      branches.forEach((branch, index) => { branch.hidden = false; branch.open = begun[index]; });
      for (const line of lines) line.hidden = false;
      told.textContent = '';
      return;
    }
    const found = new Set();
    for (const branch of branches) {
      const named = matches(branch.querySelector('.branch-name'), text);
      const own = branch.querySelectorAll(':scope > .matters > li');
      for (const line of own) line.hidden = !named && !matches(line, text);
      if (named || [...own].some((line) => !line.hidden)) {
        for (let up = branch; up; up = up.parentElement.closest('details.branch')) found.add(up);
      }
    }
    for (const branch of branches) { branch.hidden = !found.has(branch); branch.open = found.has(branch); }
    told.textContent = found.size ? '' : told.dataset.none;
  };
  field.addEventListener('input', seek);
  for (const button of tools.querySelectorAll('[data-all]')) {
    button.addEventListener('click', () => {
      for (const branch of branches) branch.open = Boolean(button.dataset.all) || !branch.parentElement.closest('details');
    });
  }
})();
