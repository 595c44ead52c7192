package text

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// TestSourcesInAnyCharset reads words that nothing declares the charset of.
func TestSourcesInAnyCharset(t *testing.T) {
	const (
		english  = "“We kept our stake,” she said – all of it, for £2.5 million."
		french   = "Le château a été vendu à l’été 2025, près de la forêt où naît la rivière."
		german   = "Die Brücke über den großen Fluss wurde für 3 Millionen Euro verkauft; die Käufer möchten sie später öffnen."
		russian  = "Мост через реку был открыт в понедельник. Компания сообщила, что сохранит свою долю в лаборатории."
		czech    = "Společnost oznámila, že svůj podíl v laboratoři prodá příští měsíc za tři miliony."
		japanish = "橋は月曜日に開通しました。会社は研究所の株式を保有し続けると発表した。"
		chinese  = "这座桥星期一通车。公司表示将继续持有实验室的股份。"
		taiwan   = "這座橋星期一通車。公司表示將繼續持有實驗室的股份。"
		koreans  = "다리는 월요일에 개통되었다. 회사는 연구소의 지분을 계속 보유할 것이라고 밝혔다."
		greek    = "Η γέφυρα άνοιξε τη Δευτέρα. Η εταιρεία ανακοίνωσε ότι θα κρατήσει το μερίδιό της στο εργαστήριο."
	)
	for _, tt := range []struct {
		name, words string
		encoding    encoding.Encoding
	}{
		{"UTF-16LE with mark", english, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16BE with mark", russian, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16LE", english, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16BE", french, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-32 with mark", russian, utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
		{"Windows-1252", english, charmap.Windows1252},
		{"Windows-1252, French", french, charmap.Windows1252},
		{"ISO-8859-1, German", german, charmap.ISO8859_1},
		{"Windows-1250, Czech", czech, charmap.Windows1250},
		{"KOI8-R", russian, charmap.KOI8R},
		{"Windows-1251", russian, charmap.Windows1251},
		{"ISO-8859-5", russian, charmap.ISO8859_5},
		{"Windows-1253", greek, charmap.Windows1253},
		{"Shift JIS", japanish, japanese.ShiftJIS},
		{"EUC-JP", japanish, japanese.EUCJP},
		{"ISO-2022-JP", japanish, japanese.ISO2022JP},
		{"GB 18030", chinese, simplifiedchinese.GB18030},
		{"Big5", taiwan, traditionalchinese.Big5},
		{"EUC-KR", koreans, korean.EUCKR},
	} {
		words, err := tt.encoding.NewEncoder().String(tt.words)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		for _, name := range []string{"a.txt", "download"} {
			got := mustRead(t, []byte(words), Options{Name: name})
			checkText(t, got)
			if got.Body != tt.words {
				t.Errorf("%s as %s: %q", tt.name, name, got.Body)
			}
		}
	}
}

// TestDeclaredCharset shows that what is declared counts for what is no UTF-8.
func TestDeclaredCharset(t *testing.T) {
	for _, tt := range []struct{ declared, b, want string }{
		{"text/plain; charset=koi8-r", "\xf0\xd2\xc9", "При"},
		{"text/plain; charset=koi8-r", "é", "é"},
		{"text/plain; charset=none", "caf\xe9", "café"},
		{"text/plain; charset=utf-8", "caf\xe9 and other words", "café and other words"},
		{"text/csv; charset=shift_jis", "\x93\xfa,1", "日\t1"},
	} {
		if got := mustRead(t, []byte(tt.b), Options{MediaType: tt.declared}); got.Body != tt.want {
			t.Errorf("%q as %s: %q, want %q", tt.b, tt.declared, got.Body, tt.want)
		}
	}
	if _, err := library(t).Read(t.Context(), []byte("caf\xe9"), Options{Name: "a.txt", Whole: true}); err == nil || !strings.Contains(err.Error(), "not valid UTF-8") {
		t.Errorf("the charset of a draft was guessed: %v", err)
	}
}
