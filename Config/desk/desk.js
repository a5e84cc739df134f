'use strict';
// The desk is whole without this. It sends forms without loading the page anew, and lets keys press buttons.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  let row = null;
  let busy = false;

  /** Puts the main part of an answer in the place of what is there, and says what was done. */
  const show = async (response, at) => {
    const text = await response.text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    const main = $('main', page);
    if (!main) return location.assign(response.url);
    const focus = at && at.id;
    const index = row ? [...document.querySelectorAll('[data-row]')].indexOf(row) : -1;
    $('main').replaceWith(document.adoptNode(main));
    document.title = page.title;
    if (response.redirected && response.url !== location.href) history.pushState(null, '', response.url);
    document.querySelectorAll('footer input[name=here]').forEach((one) => { one.value = location.pathname + location.search; });
    const rows = [...document.querySelectorAll('[data-row]')];
    row = index < 0 ? null : rows[Math.min(index, rows.length - 1)] || null;
    const next = $('main [autofocus]') || (focus && document.getElementById(focus)) || row || $('main .notice') || $('main');
    if (!next.matches('a, button, input, select, textarea, summary')) next.tabIndex = -1;
    next.focus();
    $('#said').textContent = [...document.querySelectorAll('main .notice p')].map((p) => p.textContent).join(' ');
  };

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (form.method !== 'post' || !$('main').contains(form) || form.hasAttribute('data-plain')) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    form.setAttribute('aria-busy', 'true');
    try {
      const data = new URLSearchParams(new FormData(form, event.submitter));
      row = form.closest('[data-row]');
      await show(await fetch(form.action, { method: 'post', body: data }), event.submitter);
    } catch {
      // Sent the plain way, the browser says what is the matter.
      if (event.submitter && event.submitter.name) {
        const value = document.createElement('input');
        Object.assign(value, { type: 'hidden', name: event.submitter.name, value: event.submitter.value });
        form.append(value);
      }
      form.submit();
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  });
  addEventListener('popstate', () => location.reload());

  const typed = (target) => target.matches('textarea, select, [contenteditable]') ||
    (target.matches('input') && !['checkbox', 'radio', 'button', 'submit'].includes(target.type));

  document.addEventListener('focusin', (event) => { row = event.target.closest('[data-row]') || row; });
  document.addEventListener('keydown', (event) => {
    if (!document.body.hasAttribute('data-keys') || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (typed(event.target)) return;
    // Enter on a link or a button is that link's.
    if (event.key === 'Enter' && event.target.closest('a, button, summary')) return;
    const rows = [...document.querySelectorAll('[data-row]')];
    const step = { j: 1, J: -1, k: -1 }[event.key];
    const named = (root) => [...root.querySelectorAll('[data-key]')].find((one) => one.dataset.key === event.key && !one.disabled &&
      // What is in a row is done with the row that somebody is at, and with no other.
      (root !== document || !one.closest('[data-row]')));
    const found = (row && row.isConnected && named(row)) || named(document);
    if (found) {
      event.preventDefault();
      const to = found.hash && $(found.hash);
      // What is done for a whole class is led to, and pressed with Enter.
      if (to || 'focus' in found.dataset) (to || found).focus();
      else if (!found.hash) found.click();
    } else if (step && rows.length) {
      event.preventDefault();
      const to = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + step))];
      to.tabIndex = -1;
      to.focus();
    }
  });
})();
