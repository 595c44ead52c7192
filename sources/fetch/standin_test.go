package fetch

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"stet/sources"
)

func respond(address string, header http.Header) *http.Response {
	u, _ := url.Parse(address)
	if header == nil {
		header = http.Header{"Content-Type": {"text/html; charset=utf-8"}}
	}
	return &http.Response{Header: header, Request: &http.Request{URL: u}}
}

func TestStandIns(t *testing.T) {
	article := strings.Repeat("<p>The council said on Monday that the bridge would open in the spring. ", 40)
	for body, want := range map[string]sources.State{
		`<title>404 Not Found</title>`:                                      sources.Missing,
		`<title>Page not found – The Harbour Post</title>`:                  sources.Missing,
		`<title>The Harbour Post | Page not found!</title>`:                 sources.Missing,
		`<title>The Harbour Post</title><h1>We can’t find that page.</h1>`:  sources.Missing,
		`<title>Page Not Found</title><p>Cookies. ` + article:               "",
		`<title>404 people crossed the bridge</title>`:                      "",
		`<title>“Not found”: the search for a bridge</title>`:               "",
		`<title>Just a moment...</title><p>The bridge opens in a moment.`:   "",
		`<title>Before you continue</title><p>Mind the gap.`:                "",
		`<title>Are you a robot?</title><p>Click the box`:                   sources.Blocked,
		`<title>Are you a robot? A review of the play</title>`:              "",
		`<title>Robots</title><p>Are you a robot?` + article:                "",
		`<script src="https://ct.captcha-delivery.com/c.js"></script>`:      sources.Blocked,
		article + `<script src="https://ct.captcha-delivery.com/c.js">`:     "",
		`<title>Access Denied</title>errors.edgesuite.net/1`:                sources.Blocked,
		`<title>Access Denied</title><p>The film opens on Friday.`:          "",
		`<script>var title = "<title>404 Not Found</title>"</script><p>Hi`:  "",
		`<title>Bridge</title><style>h1::before{content:"<h1>404"}</style>`: "",
		``: "",
	} {
		got, ok := standIn(respond("https://example.com/a", nil), []byte(body))
		if got.State != want || ok != (want != "") {
			t.Errorf("%.80s: %q %q, want %q", body, got.State, got.Reason, want)
		}
	}
}

func TestConsentPages(t *testing.T) {
	const ask = `<title>The Harbour Post</title><p>We and our 812 partners use cookies. <button>Accept all</button>`
	for address, want := range map[string]sources.State{
		"https://consent.example.com/a":      sources.Blocked,
		"https://example.com/cookiewall?x=y": sources.Blocked,
		"https://example.com/consent/a":      sources.Blocked,
		"https://example.com/age-of-consent": "",
		"https://example.com/a":              "",
	} {
		if got, _ := standIn(respond(address, nil), []byte(ask)); got.State != want {
			t.Errorf("%s: %q, want %q", address, got.State, want)
		}
	}
}

func TestOnlyPagesStandIn(t *testing.T) {
	for media, want := range map[string]sources.State{"": sources.Missing, "application/xhtml+xml": sources.Missing, "text/plain": "", "application/pdf": ""} {
		header := http.Header{}
		if media != "" {
			header.Set("Content-Type", media)
		}
		if got, _ := standIn(respond("https://example.com/a", header), []byte("<html><title>404 Not Found</title>")); got.State != want {
			t.Errorf("%q: %q, want %q", media, got.State, want)
		}
	}
}

func FuzzStandIn(f *testing.F) {
	f.Add("<title>Page not found</title><h1>x", "text/html")
	f.Add("<script><h1></script><!-- <title> -->\x00", "")
	f.Add("<textarea><title>&#0;&lt;</textarea>", "text/html")
	f.Fuzz(func(t *testing.T, body, media string) {
		got, ok := standIn(respond("https://example.com/", http.Header{"Content-Type": {media}}), []byte(body))
		if ok != (got.State == sources.Blocked || got.State == sources.Missing) || ok != (got.Reason != "") {
			t.Errorf("%q: %v %q %q", body, ok, got.State, got.Reason)
		}
	})
}
