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
func checkText(v any) error { return checkValue("", reflect.ValueOf(v)) }

func checkValue(name string, v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		return checkString(name, v.String())
	case reflect.Slice:
		return checkElements(name, v)
	case reflect.Struct:
		return checkFields(v)
	}
	return nil
}

func checkElements(name string, v reflect.Value) error {
	if kind := v.Type().Elem().Kind(); kind != reflect.String && kind != reflect.Struct {
		return nil
	}
	for i := range v.Len() {
		if err := checkValue(name, v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func checkFields(v reflect.Value) error {
	for i := range v.NumField() {
		if err := checkValue(strings.ToLower(v.Type().Field(i).Name), v.Field(i)); err != nil {
			return err
		}
	}
	return nil
}

func checkString(name, s string) error {
	if at := strings.IndexByte(s, 0); at >= 0 {
		return fmt.Errorf("its %s holds a NUL character (byte %d of %.40q)", name, at, s)
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
	return fmt.Errorf("its %s is not valid UTF-8 (byte %d of %.40q)", name, at, s)
}
