package facts

import (
	"strings"
	"sync"

	"stet/claims"
)

// currencyRows lists the ways in which money is written: the ISO 4217 code, or
// the English name of a coin that is a hundredth of several currencies, and
// what stands for it before or behind a figure, in lower case. A bare dollar is
// the American one.
var currencyRows = []struct{ unit, spellings string }{
	{"USD", "$|us$|usd|usd$|dollar|dollars|us dollar|us dollars|u.s. dollars|u.s. dollar|american dollars|american dollar|united states dollars|buck|bucks"},
	{"AUD", "a$|au$|aud|aud$|australian dollar|australian dollars"},
	{"CAD", "c$|ca$|cad|cad$|can$|canadian dollar|canadian dollars"},
	{"HKD", "hk$|hkd|hkd$|hong kong dollar|hong kong dollars"},
	{"NZD", "nz$|nzd|new zealand dollar|new zealand dollars"},
	{"SGD", "s$|sgd|singapore dollar|singapore dollars"},
	{"TWD", "nt$|twd|taiwan dollar|taiwan dollars"},
	{"BRL", "r$|brl|brazilian real|brazilian reais|reais"},
	{"MXN", "mxn$|mex$|mx$|mxn|peso|pesos|mexican peso|mexican pesos"},
	{"ARS", "ars|argentine peso|argentine pesos"},
	{"GBP", "£|gbp|sterling|pounds sterling|british pound|british pounds|quid"},
	{"EUR", "€|eur|euro|euros"},
	{"JPY", "¥|jpy|yen|japanese yen"},
	{"CNY", "cny|rmb|yuan|renminbi|chinese yuan|kuai"},
	{"INR", "₹|inr|rs|rupee|rupees|indian rupee|indian rupees"},
	{"KRW", "₩|krw|won|south korean won|korean won"},
	{"CHF", "chf|franc|francs|swiss franc|swiss francs"},
	{"SEK", "sek|kronor|swedish kronor|swedish krona"},
	{"NOK", "nok|kroner|norwegian kroner|norwegian krone"},
	{"DKK", "dkk|danish kroner|danish krone"},
	{"RUB", "₽|rub|ruble|rubles|rouble|roubles|russian rubles|russian roubles"},
	{"UAH", "₴|uah|hryvnia|hryvnias"},
	{"PLN", "pln|zloty|zlotys|złoty"},
	{"TRY", "₺|try|lira|turkish lira|turkish liras"},
	{"ILS", "₪|ils|shekel|shekels"},
	{"SAR", "sar|riyal|riyals|saudi riyal|saudi riyals"},
	{"AED", "aed|dirham|dirhams"},
	{"ZAR", "zar|rand"},
	{"NGN", "₦|ngn|naira"},
	{"KES", "kes|kenyan shilling|kenyan shillings"},
	{"THB", "฿|thb|baht|thai baht"},
	{"VND", "₫|vnd|dong"},
	{"IDR", "idr|rupiah"},
	{"PHP", "₱|php|philippine peso|philippine pesos"},
	{"CRC", "₡|crc|colon|colones|colón"},
	{"LAK", "₭|lak|kip"},
	{"DEM", "dem|deutsche marks|deutsche mark"},
	{"XBT", "₿|btc|bitcoin|bitcoins"},
	{"satoshi", "satoshi|satoshis"},
	{"cent", "¢|cent|cents"},
	{"penny", "penny|pence|pennies"},
	{"sen", "sen"},
}

// currencies returns the units of money by their spelling.
var currencies = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, row := range currencyRows {
		for spelling := range strings.SplitSeq(row.spellings, "|") {
			all[spelling] = row.unit
		}
	}
	return all
})

// currencyWords returns the first words of spellings of more than one.
var currencyWords = sync.OnceValue(func() map[string]bool {
	first := map[string]bool{}
	for spelling := range currencies() {
		if word, _, ok := strings.Cut(spelling, " "); ok {
			first[word] = true
		}
	}
	return first
})

// notMoneyAlone are words that mean money only beside a figure, and those that
// mean something else before one.
const notBefore = " try lira won rand real sen's php kip dong rs franc francs colon cent cents penny pence pennies quid buck bucks sterling kuai "

// mark is the sign, code or word of a currency as it stands in a text.
type mark struct {
	claims.Span
	unit  string
	scale float64 // of MEUR; else 1
	sign  bool    // no word of letters alone
}

// currencyAt reads the mark of a currency that begins at an offset.
func currencyAt(text string, at int) (mark, bool) {
	if at >= len(text) {
		return mark{}, false
	}
	if !isLetter(text[at]) {
		for size := 1; size <= 3 && at+size <= len(text); size++ {
			if unit, ok := currencies()[text[at:at+size]]; ok {
				return mark{claims.Span{Start: at, End: at + size}, unit, 1, true}, true
			}
		}
		return mark{}, false
	}
	return lettered(text, at)
}

// lettered reads a mark that begins with a letter: US$, c $, MEUR, "Swiss
// francs".
func lettered(text string, at int) (mark, bool) {
	word, end := wordAt(text, at)
	if word == "" {
		return mark{}, false
	}
	// "A $10 million deal" has no Australian dollars.
	if sign := spaces(text, end); sign < len(text) && text[sign] == '$' && len(word) <= 3 && (sign == end || word != "a") {
		if unit, ok := currencies()[word+"$"]; ok {
			return mark{claims.Span{Start: at, End: sign + 1}, unit, 1, true}, true
		}
	}
	if currencyWords()[word] {
		if m, ok := severalWords(text, at, word, end); ok {
			return m, true
		}
	}
	if unit, ok := currencies()[word]; ok {
		return mark{claims.Span{Start: at, End: end}, unit, 1, false}, true
	}
	if len(word) == 4 && word[0] == 'm' && text[at:end] == strings.ToUpper(word) {
		if unit := strings.ToUpper(word[1:]); currencies()[word[1:]] == unit {
			return mark{claims.Span{Start: at, End: end}, unit, 1e6, false}, true
		}
	}
	return mark{}, false
}

// severalWords reads a currency of two or three words.
func severalWords(text string, at int, phrase string, end int) (mark, bool) {
	for range 2 {
		next := spaces(text, end)
		word, last := wordAt(text, next)
		if word == "" || next == end {
			break
		}
		phrase, end = phrase+" "+word, last
		if unit, ok := currencies()[phrase]; ok {
			return mark{claims.Span{Start: at, End: end}, unit, 1, false}, true
		}
	}
	return mark{}, false
}
