package text

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const mailTop = "From: per@n.example\nDate: Tue, 03 Mar 2026 09:30:00 +0100\nSubject: S\n"

// multi returns a multipart with the given parts, each with its own fields.
func multi(kind, boundary string, parts ...string) string {
	return "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\n\n--" + boundary + "\n" +
		strings.Join(parts, "\n--"+boundary+"\n") + "\n--" + boundary + "--\n"
}

func TestEMLWords(t *testing.T) {
	const plain = "Content-Type: text/plain; charset=utf-8\n\nWe will pay two billion."
	const htmlPart = "Content-Type: text/html\n\n<!--[if mso]>no<![endif]--><p>We will <b>pay</b> two billion. More of it is here, with many words."
	const inner = "From: ida@l.example\nSubject: Inner\n\nNo."
	packed := base64.StdEncoding.EncodeToString([]byte(inner))
	tests := []struct {
		name, mail string
		want       []string // after the fields From, Date and Subject
	}{
		{"no MIME", "\nOne.\r\n\r\nTwo.\n", []string{"paragraph: One.", "paragraph: Two."}},
		{"charset", "Content-Type: text/plain; charset=koi8-r\n\n\xf0\xd2\xc9", []string{"paragraph: При"}},
		{"charset of seven bits", "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$BF|K\\\x1b(B.", []string{"paragraph: 日本."}},
		{"unknown charset", "Content-Type: text/plain; charset=x-none\n\ncaf\xe9 and words", []string{"paragraph: café and words"}},
		{"quoted-printable", "Content-Transfer-Encoding: Quoted-Printable\n\none=20=\ntwo =E2=80=93 three", []string{"paragraph: one two – three"}},
		{"base64 with junk", "Content-Transfer-Encoding: base64\n\nT25l\n !IHR3bw==", []string{"paragraph: One two"}},
		{"flowed", "Content-Type: text/plain; format=flowed\n\nOne \ntwo.\n> a \n> b\n-- \nPer", []string{"paragraph: One two.", "block quote: > a", "block quote: > b", "paragraph: --", "paragraph: Per"}},
		{"both forms", multi("alternative", "b", plain, htmlPart), []string{"paragraph: We will pay two billion."}},
		{"HTML first", multi("alternative", "b", htmlPart, plain), []string{"paragraph: We will pay two billion."}},
		{"a stub for the plain form", multi("alternative", "b", "\nSee HTML.", htmlPart), []string{"paragraph: We will pay two billion. More of it is here, with many words."}},
		{"no plain form", multi("alternative", "b", "\n \n", multi("related", "c", htmlPart, "Content-Type: image/png\nContent-Id: <1>\n\nx")), []string{"paragraph: We will pay two billion. More of it is here, with many words."}},
		{"attached to the form left out", multi("alternative", "b", plain, multi("mixed", "c", htmlPart, "Content-Type: text/plain; name=a.txt\n\nAn attachment.")), []string{"paragraph: We will pay two billion.", "heading: a.txt", "paragraph: An attachment."}},
		{"signed", multi("signed", "b", plain, "Content-Type: application/pgp-signature; name=s.asc\n\nx"), []string{"paragraph: We will pay two billion."}},
		{"forwarded", multi("mixed", "b", plain, "Content-Type: message/rfc822\n\n"+inner), []string{"paragraph: We will pay two billion.", "heading: Inner", "paragraph: From: ida@l.example", "paragraph: Subject: Inner", "paragraph: No."}},
		{"forwarded as a file", multi("mixed", "b", "Content-Type: application/octet-stream; name=\"C:\\x\\a.eml\"\nContent-Transfer-Encoding: base64\n\n"+packed), []string{"heading: a.eml", "paragraph: From: ida@l.example", "paragraph: Subject: Inner", "paragraph: No."}},
		{"digest", multi("digest", "b", "\n"+inner), []string{"heading: Inner", "paragraph: From: ida@l.example", "paragraph: Subject: Inner", "paragraph: No."}},
		{"broken off", strings.TrimSuffix(multi("mixed", "b", plain), "\n--b--\n"), []string{"paragraph: We will pay two billion."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(mailTop+tt.mail), Options{MediaType: "eml"})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)[3:]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestEMLFields(t *testing.T) {
	for field, want := range map[string]string{
		"=?iso-8859-1?q?K=F8b_i?= =?utf-8?b?w6Vy?=": "Køb iår",
		"=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=":        "日本",
		"=?gb2312?B?xOO6ww==?= ok":                  "你好 ok",
		"=?windows-1251?Q?=CF=F0=E8?=":              "При",
		"folded\n over lines":                       "folded over lines",
		"raw \xe9 bytes":                            "raw é bytes",
		"=?x-none?q?caf=E9?=":                       "café",
	} {
		got := mustRead(t, []byte("From: =?utf-8?q?Per_D=C3=A5l?= <per@n.example>, Ida <ida@l.example>\nDate: Tue, 3 Mar 2026 09:30:00 +0100 (CET)\nSubject: "+field+"\n\nWords."), Options{Name: "a.eml"})
		if got.Title != want || got.Byline != "Per Dål, Ida" || got.Published != "2026-03-03T09:30:00+01:00" || !strings.Contains(got.Body, "\nSubject: "+want+"\n") {
			t.Errorf("%q: %+v", field, got)
		}
	}
}

// TestEMLUnread shows what is said of attachments that can't be read.
func TestEMLUnread(t *testing.T) {
	const attached = "Content-Disposition: attachment; filename=%s\nContent-Type: %s\nContent-Transfer-Encoding: base64\n\n%s"
	part := func(name, media string, b []byte) string {
		return fmt.Sprintf(attached, name, media, base64.StdEncoding.EncodeToString(b))
	}
	for want, p := range map[string]string{
		"it holds no words":      part("a.txt", "text/plain", []byte(" ")),
		"the PDF is damaged":     part("a.pdf", "application/pdf", []byte("words")),
		"nested too deeply":      part("a.gz", "application/gzip", packed(t, packed(t, []byte("words")))),
		"it is a message that i": part("a.eml.gz", "application/gzip", packed(t, []byte(mailTop+"\nWords."))),
	} {
		got := mustRead(t, []byte(mailTop+multi("mixed", "b", p)), Options{MediaType: "eml"})
		checkText(t, got)
		if len(got.Notes) != 1 || !strings.Contains(got.Notes[0].Text, want) || !strings.HasPrefix(got.Body[got.Notes[0].Start:], "a.") {
			t.Errorf("notes %+v, want one with %q", got.Notes, want)
		}
	}
}

// TestEMLPages shows that a page of an attachment can be cited.
func TestEMLPages(t *testing.T) {
	part := "Content-Type: application/pdf; name=complaint.pdf\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(fixture(t, "complaint.pdf"))
	alone := mustRead(t, fixture(t, "complaint.pdf"), Options{})
	got := mustRead(t, []byte(mailTop+multi("mixed", "b", "\nWords.", part)), Options{MediaType: "eml"})
	checkText(t, got)
	if len(got.Pages) != len(alone.Pages) || !strings.HasSuffix(got.Body, alone.Body) {
		t.Fatalf("%d pages in %q", len(got.Pages), got.Body)
	}
	for i, p := range got.Pages {
		if want := alone.Pages[i]; got.Body[p.Start:p.End] != alone.Body[want.Start:want.End] {
			t.Errorf("page %d is %q", i+1, got.Body[p.Start:p.End])
		}
	}
}

// TestEMLBounds reads messages that are made to be read forever.
func TestEMLBounds(t *testing.T) {
	deep := strings.Repeat("From: a\nContent-Type: message/rfc822\n\n", 20_000) + "Words."
	mixed := mailTop + strings.Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 20_000)
	many := mailTop + multi("mixed", "b", strings.Split(strings.Repeat("\nw,", 20_000), ",")...)
	for _, b := range []string{deep, mixed, many} {
		checkText(t, mustRead(t, []byte(b), Options{MediaType: "eml"}))
	}
	if got := mustRead(t, []byte(many), Options{MediaType: "eml"}); strings.Count(got.Body, "w") != maxMailParts {
		t.Errorf("%d parts were read", strings.Count(got.Body, "w"))
	}
}

func TestEMLErrors(t *testing.T) {
	for _, b := range []string{"no fields", "From: x\nno field\n\nWords."} {
		_, err := library(t).Read(context.Background(), []byte(b), Options{MediaType: "eml"})
		if err == nil || !strings.Contains(err.Error(), "the e-mail is damaged") {
			t.Errorf("%q: error %v", b, err)
		}
	}
}

func TestEMLIsRecognised(t *testing.T) {
	for b, want := range map[string]string{
		"From per@n.example Tue\n" + mailTop + "\nWords.":           emlType,
		"Received: by x\r\n for y\r\nFrom: a\r\nTo: b\r\n\r\nWords": emlType,
		"From: the desk\n\nWords":                                   "text/plain",
		"To be: or not\nFrom: a\nTo: b\nDate: c":                    "text/plain",
	} {
		if got := MediaType([]byte(b), "download", ""); got != want {
			t.Errorf("%q is %s", b, got)
		}
	}
}

func FuzzEML(f *testing.F) {
	seed(f, []string{"release.eml"}, mailTop+multi("alternative", "b", "\na", "Content-Type: text/html\n\n<p>b"), mailTop+"Content-Type: message/rfc822\n\n"+mailTop+"\na",
		mailTop+multi("mixed", "b", "Content-Type: text/plain; format=flowed; delsp=yes\n\na \nb", "Content-Disposition: attachment; filename*=utf-8''%e2%82%ac.csv\n\na,b"))
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, emlType) })
}
