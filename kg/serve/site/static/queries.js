// The page for queries: the editor, and the named queries that open in a tab of their own.
"use strict";

const place = document.getElementById("editor");
const first = `PREFIX kg: <${place.dataset.kg}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?name (COUNT(DISTINCT ?other) AS ?people) WHERE {
  ?official kg:met ?other ; rdfs:label ?name .
}
GROUP BY ?official ?name
ORDER BY DESC(?people)
LIMIT 20`;

Yasgui.Yasr.defaults.plugins.table.dynamicConfig = { compact: true, isEllipsed: false };

const editor = new Yasgui(place, {
  requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST" },
  copyEndpointOnNewTab: false,
  autofocus: false,
  persistenceId: null,
  yasqe: { value: first, autocompleters: ["variables"] },
});
const opening = editor.getTab();
if (opening && !opening.getYasqe().getValue().includes("kg:")) opening.setQuery(first);

for (const button of document.querySelectorAll("button[data-query]")) {
  button.addEventListener("click", () => {
    const tab = editor.addTab(true, { name: button.dataset.name });
    tab.setQuery(button.dataset.query);
  });
}
