package text

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// symbolCharset is the character set of fonts whose bytes mean pictures.
const symbolCharset = 2

// codePageOfCharset returns the code page of a font's character set (RTF 1.9.1,
// "Font table"), or 0 where it has none of its own.
func codePageOfCharset(charset int) int {
	for _, row := range [...][2]int{
		{77, 10000}, {128, 932}, {129, 949}, {134, 936}, {136, 950}, {161, 1253}, {162, 1254}, {163, 1258},
		{177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874}, {238, 1250}, {254, 437}, {255, 850},
	} {
		if row[0] == charset {
			return row[1]
		}
	}
	return 0
}

// codePage returns the encoding of a Windows code page, or nil where it is
// unknown.
func codePage(n int) encoding.Encoding {
	if n >= 1250 && n <= 1258 {
		return [...]encoding.Encoding{
			charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254,
			charmap.Windows1255, charmap.Windows1256, charmap.Windows1257, charmap.Windows1258,
		}[n-1250]
	}
	for _, row := range []struct {
		number   int
		encoding encoding.Encoding
	}{
		{437, charmap.CodePage437}, {850, charmap.CodePage850}, {852, charmap.CodePage852}, {855, charmap.CodePage855},
		{858, charmap.CodePage858}, {860, charmap.CodePage860}, {862, charmap.CodePage862}, {863, charmap.CodePage863},
		{865, charmap.CodePage865}, {866, charmap.CodePage866}, {874, charmap.Windows874}, {932, japanese.ShiftJIS},
		{936, simplifiedchinese.GBK}, {949, korean.EUCKR}, {950, traditionalchinese.Big5}, {10000, charmap.Macintosh},
		{10007, charmap.MacintoshCyrillic}, {20866, charmap.KOI8R}, {54936, simplifiedchinese.GB18030}, {65001, unicode.UTF8},
	} {
		if row.number == n {
			return row.encoding
		}
	}
	return nil
}
