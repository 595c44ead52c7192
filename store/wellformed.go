package store

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"
)

// checkText returns an error where a string anywhere in v could not be stored
// and read back as it is: one that is not UTF-8, which JSON would replace, or
// that holds a NUL, at which some SQL functions stop and which other engines
// refuse. The error names the field.
func checkText(v any) error {
	if bad := checkValue(reflect.ValueOf(v)); bad != nil {
		return bad
	}
	return nil
}

// textError is what is wrong with the string of a field.
type textError struct{ field, problem string }

func (e *textError) Error() string { return fmt.Sprintf("its %s %s", e.field, e.problem) }

func checkValue(v reflect.Value) *textError {
	switch v.Kind() {
	case reflect.String:
		return checkString(v.String())
	case reflect.Slice:
		return checkElements(v)
	case reflect.Struct:
		return checkFields(v)
	}
	return nil
}

func checkElements(v reflect.Value) *textError {
	if v.Len() == 0 {
		return nil
	}
	if kind := v.Type().Elem().Kind(); kind != reflect.String && kind != reflect.Struct {
		return nil
	}
	for i := range v.Len() {
		if bad := checkValue(v.Index(i)); bad != nil {
			return bad
		}
	}
	return nil
}

func checkFields(v reflect.Value) *textError {
	for i := range v.NumField() {
		if bad := checkValue(v.Field(i)); bad != nil {
			if bad.field == "" {
				bad.field = strings.ToLower(v.Type().Field(i).Name)
			}
			return bad
		}
	}
	return nil
}

func checkString(s string) *textError {
	if at := strings.IndexByte(s, 0); at >= 0 {
		return &textError{problem: fmt.Sprintf("holds a NUL character (byte %d of %.40q)", at, s)}
	}
	if utf8.ValidString(s) {
		return nil
	}
	at := 0
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return &textError{problem: fmt.Sprintf("is not valid UTF-8 (byte %d of %.40q)", at, s)}
}
