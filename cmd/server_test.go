package cmd

import (
	"fmt"
	"net/http"
	"strings"
)

const bridge = `<html><head><title>Bridge opens</title><meta property="og:site_name" content="The Harbour Post"></head>
<body><article><h1>Bridge opens</h1><p>The bridge over the Ure opened on Monday after 14 months of work, the council said. ` +
	`It cost £3 million and carries two lanes of traffic, a cycle path and a tram line to the northern suburbs.</p></article></body></html>`

// serve answers as the web does, by path.
func serve(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/archive/") {
		archive(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	switch r.URL.Path {
	case "/report":
		fmt.Fprint(w, bridge)
	case "/tagged":
		w.Header().Set("ETag", `"one"`)
		if r.Header.Get("If-None-Match") == `"one"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, bridge)
	case "/escape":
		fmt.Fprint(w, "<html><head><title>Bridge \x1b[31mred\x1b[0m\x1b]0;owned\x07 \u202eopens</title></head><body><p>The bridge over the Ure opened on Monday after fourteen months of work, the council said in a notice.</p></body></html>")
	case "/wall":
		w.WriteHeader(http.StatusForbidden)
	case "/soft404":
		fmt.Fprint(w, "<html><head><title>Page not found | The Harbour Post</title></head><body><h1>Sorry</h1><p>Try the front page.</p></body></html>")
	case "/robots.txt":
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "User-agent: *\nDisallow: /tagged\n")
	default:
		http.NotFound(w, r)
	}
}

// archive is a web archive as RFC 7089 and the Wayback Machine's documentation
// have them: a TimeGate, mementos with and without a banner, an availability
// endpoint and Save Page Now. It has every page but /unknown, as of 3 May 2026.
func archive(w http.ResponseWriter, r *http.Request) {
	const stamp = "20260503120000"
	here := "http://" + r.Host + "/archive/"
	service, original, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/archive/"), "/")
	if r.URL.RawQuery != "" && service != "available" {
		original += "?" + r.URL.RawQuery
	}
	switch {
	case service == "available":
		if strings.HasSuffix(r.FormValue("url"), "/unknown") {
			fmt.Fprint(w, `{"url": "", "archived_snapshots": {}}`)
			return
		}
		fmt.Fprintf(w, `{"archived_snapshots": {"closest": {"status": "200", "available": true, "url": %q, "timestamp": %q}}}`,
			here+stamp+"/"+r.FormValue("url"), stamp)
	case strings.HasSuffix(original, "/unknown"):
		http.NotFound(w, r)
	case service == "gate":
		w.Header().Set("Vary", "accept-datetime")
		w.Header().Set("Link", "<"+original+`>; rel="original"`)
		if r.Header.Get("Accept-Datetime") == "" {
			http.Error(w, "no Accept-Datetime", http.StatusBadRequest)
			return
		}
		http.Redirect(w, r, here+stamp+"/"+original, http.StatusFound)
	case service == "save":
		w.Header().Set("Content-Location", "/archive/"+stamp+"/"+original)
		fmt.Fprint(w, "saved")
	case service == stamp, service == stamp+"id_":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Memento-Datetime", "Sun, 03 May 2026 12:00:00 GMT")
		w.Header().Set("Link", "<"+original+`>; rel="original", <`+here+"gate/"+original+`>; rel="timegate"`)
		if service == stamp {
			fmt.Fprint(w, "<div>The archive's banner.</div>")
		}
		fmt.Fprint(w, strings.Replace(bridge, "Monday", "Sunday", 1))
	default:
		http.NotFound(w, r)
	}
}
