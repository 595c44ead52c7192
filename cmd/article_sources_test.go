package cmd

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStoryBesideItsSources checks a real story beside sources that state the facts: it
// says "multibillion-dollar" of a deal of one billion, and puts one of 2023 long
// before what had come in 2022. The story is not ours to ship.
func TestStoryBesideItsSources(t *testing.T) {
	root := os.Getenv("STET_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	story, err := os.ReadFile(filepath.Join(root, "data", "articles", "000_3fe24fb0f678e9f4.txt"))
	if err != nil {
		t.Skip("needs articles/000_3fe24fb0f678e9f4.txt: set STET_SHARED")
	}
	const sentence = "long before ChatGPT became mainstream."
	dir := t.TempDir()
	notes := "\n\n[^1]: 2019.txt\n[^2]: program.txt\n[^3]: 2023.txt\n"
	for name, text := range map[string]string{
		"story.md":    strings.Replace(string(story), sentence, sentence+"[^1][^2][^3]", 1) + notes,
		"2019.txt":    "A stake in a laboratory\n\nJuly 22, 2019\n\nMicrosoft will put $1 billion into OpenAI, the two said on Monday.\n",
		"program.txt": "A program that talks\n\nOpenAI released ChatGPT on November 30, 2022, for anybody to try.\n",
		"2023.txt":    "A second stake\n\nJanuary 23, 2023\n\nMicrosoft announced a multibillion-dollar investment in OpenAI.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, code := shell(dir, "stet check story.md --offline")
	for _, want := range []string{
		"error number the copy says multibillion-dollar, 2019.txt says $1 billion",
		"error date the copy puts 2023 long before “ChatGPT became mainstream”, which program.txt dates to November 30, 2022",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing says %q:\n%s", want, out)
		}
	}
	if n := strings.Count(out, " error "); n != 2 || code != 1 {
		t.Errorf("%d errors, exit %d:\n%s", n, code, out)
	}
}
