'use strict';
// Shows of each list what is chosen. Items stay packed until they are shown or searched.
(() => {
  const PAGE = 50;
  const UNPACKED = 4;

  async function unpack(script) {
    const bytes = Uint8Array.from(atob(script.textContent), c => c.charCodeAt(0));
    const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return JSON.parse(await new Response(json).text());
  }

  function plain(item) {
    const template = document.createElement('template');
    template.innerHTML = item;
    return template.content.textContent.toLowerCase();
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (gap, name) => values[name]);
  }

  class List {
    constructor(section) {
      const id = section.dataset.list;
      this.section = section;
      this.heading = section.querySelector('h2');
      this.form = section.querySelector('form');
      this.selects = [...section.querySelectorAll('select')];
      this.search = section.querySelector('input');
      this.status = section.querySelector('.status');
      this.list = section.querySelector('ol');
      this.pages = section.querySelector('.pages');
      this.packedKeys = [...document.querySelectorAll(`script[data-keys="${id}"]`)];
      this.packedItems = [...document.querySelectorAll(`script[data-items="${id}"]`)];
      this.unpacked = new Map();
      this.asked = 0;
    }

    async start() {
      this.values = this.selects.map(() => []);
      this.keys = this.selects.map(() => []);
      this.starts = [];
      this.count = 0;
      const known = this.selects.map(() => new Map());
      for (const script of this.packedKeys) {
        const block = await unpack(script);
        this.starts.push(this.count);
        this.count += block.length;
        for (const item of block) {
          item.forEach((value, field) => {
            let number = known[field].get(value);
            if (number === undefined) {
              number = this.values[field].push(value) - 1;
              known[field].set(value, number);
            }
            this.keys[field].push(number);
          });
        }
      }
      this.offer();
      this.form.addEventListener('submit', event => event.preventDefault());
      this.selects.forEach(select => select.addEventListener('change', () => this.choose()));
      let waiting;
      this.search.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => this.choose(), 250);
      });
      this.pages.addEventListener('click', event => this.turn(event.target));
      this.form.hidden = false;
      const needed = this.section.querySelector('.script-needed');
      if (needed) {
        needed.hidden = true;
      }
      await this.choose();
    }

    offer() {
      this.selects.forEach((select, field) => {
        const counts = this.values[field].map(() => 0);
        this.keys[field].forEach(number => counts[number]++);
        const order = counts.map((count, number) => number);
        order.sort((a, b) => this.values[field][a].localeCompare(this.values[field][b]));
        for (const number of order) {
          const value = this.values[field][number];
          let option = [...select.options].find(each => each.value === '=' + value);
          if (!option) {
            option = new Option(value || select.dataset.none, '=' + value);
            select.add(option);
          }
          option.text += ` (${counts[number]})`;
        }
      });
    }

    async choose() {
      const asked = ++this.asked;
      const wanted = this.selects.map((select, field) =>
          select.value === '' ? -1 : this.values[field].indexOf(select.value.slice(1)));
      const impossible = this.selects.some((select, field) => select.value !== '' && wanted[field] < 0);
      let found = [];
      for (let item = 0; item < this.count && !impossible; item++) {
        if (wanted.every((number, field) => number < 0 || this.keys[field][item] === number)) {
          found.push(item);
        }
      }
      const words = this.search.value.trim().toLowerCase();
      if (words) {
        this.status.textContent = this.status.dataset.searching;
        found = await this.matching(found, words, asked);
      }
      if (asked === this.asked) {
        this.found = found;
        this.from = 0;
        await this.show();
      }
    }

    async matching(candidates, words, asked) {
      const found = [];
      for (const item of candidates) {
        const text = plain(await this.item(item));
        if (asked !== this.asked) {
          return found;
        }
        if (text.includes(words)) {
          found.push(item);
        }
      }
      return found;
    }

    async item(number) {
      let block = this.starts.length - 1;
      while (this.starts[block] > number) {
        block--;
      }
      let items = this.unpacked.get(block);
      if (!items) {
        items = await unpack(this.packedItems[block]);
        this.unpacked.set(block, items);
        if (this.unpacked.size > UNPACKED) {
          this.unpacked.delete(this.unpacked.keys().next().value);
        }
      }
      return items[number - this.starts[block]];
    }

    async show() {
      const asked = this.asked;
      const shown = this.found.slice(this.from, this.from + PAGE);
      const template = document.createElement('template');
      let html = '';
      for (const number of shown) {
        html += await this.item(number);
      }
      if (asked !== this.asked) {
        return;
      }
      // Each item was escaped when the report was written, as those that stand in the page were.
      template.innerHTML = html;
      this.list.replaceChildren(template.content);
      this.status.textContent = shown.length === 0
          ? this.status.dataset.nothing
          : filled(this.status.dataset.found, {
            from: this.from + 1, to: this.from + shown.length, count: this.found.length, all: this.count});
      this.pages.hidden = this.found.length <= PAGE;
      for (const button of this.pages.children) {
        const from = this.from + PAGE * Number(button.dataset.step);
        button.disabled = from < 0 || from >= this.found.length;
      }
    }

    async turn(button) {
      if (button.dataset.step) {
        this.from += PAGE * Number(button.dataset.step);
        await this.show();
        this.heading.focus();
      }
    }

    /** Chooses what a link of a table names, and nothing else. */
    async follow(chosen) {
      this.search.value = '';
      for (const select of this.selects) {
        const value = chosen[select.name];
        select.value = value === undefined ? '' : '=' + value;
      }
      await this.choose();
      this.heading.scrollIntoView();
      this.heading.focus();
    }
  }

  const lists = [...document.querySelectorAll('section[data-list]')].map(section => new List(section));
  if (typeof DecompressionStream === 'undefined') {
    lists.forEach(list => {
      list.status.textContent = list.status.dataset.old;
    });
    return;
  }
  lists.forEach(list => list.start());
  const violations = lists.find(list => list.section.dataset.list === 'violations');
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href="#violations"]');
    if (link && violations && violations.found) {
      event.preventDefault();
      violations.follow(link.dataset);
    }
  });
})();
