package origin

import (
	"net/url"
	"slices"
	"strings"

	"stet/sources"
)

// followers are the parameters of addresses that only say who followed a link,
// beside those that begin with "utm_".
var followers = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref", "cmpid", "ocid", "smid"}

// pageOf returns an address without what makes no other page: the scheme,
// "www.", a trailing slash, the fragment, and parameters that only say who
// followed the link. It is "" for what is no web address.
func pageOf(address string) string {
	if !sources.IsURL(address) {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	query := u.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") || slices.Contains(followers, name) {
			query.Del(name)
		}
	}
	page := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if len(query) > 0 {
		page += "?" + query.Encode()
	}
	return page
}
