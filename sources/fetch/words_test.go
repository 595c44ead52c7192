package fetch

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"syscall"
	"testing"
)

func TestPlainly(t *testing.T) {
	dial := func(err error) error {
		return &url.Error{Op: "Get", URL: "http://example.com/", Err: &net.OpError{Op: "dial", Err: err}}
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{dial(&net.DNSError{Err: "no such host", IsNotFound: true}), "there is no host of that name"},
		{dial(&net.DNSError{Err: "server misbehaving", IsTemporary: true}), "its host's address could not be looked up"},
		{dial(os.NewSyscallError("connect", syscall.ECONNREFUSED)), "its host refuses connections"},
		{dial(os.NewSyscallError("connect", syscall.ENETUNREACH)), "there is no way to its host"},
		{dial(os.ErrDeadlineExceeded), "it did not answer in time"},
		{&fs.PathError{Op: "open", Path: "notes.txt", Err: syscall.EACCES}, "it may not be read: permission denied"},
		{&fs.PathError{Op: "read", Path: "notes.txt", Err: syscall.EIO}, "input/output error"},
		{&url.Error{Op: "Get", URL: "http://example.com/", Err: errors.New("bad header")}, "bad header"},
		{errors.New("something else"), "something else"},
	} {
		if got := plainly(fmt.Errorf("on the way: %w", c.err)); got != c.want && got != "on the way: "+c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
