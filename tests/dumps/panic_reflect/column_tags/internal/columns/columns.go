// Package columns maps structs to table columns.
package columns

import "reflect"

// Names are the column names of a row type.
func Names(row any) []string {
	var names []string
	v := reflect.ValueOf(row)
	for i := 0; i < v.NumField(); i++ { // BUG: rows are often pointers
		names = append(names, v.Type().Field(i).Tag.Get("column"))
	}
	return names
}

// Set writes one field.
func Set(row any, field string, value any) {
	reflect.Indirect(reflect.ValueOf(row)).FieldByName(field).Set(reflect.ValueOf(value)) // BUG: needs a pointer and the right type
}

// Call calls a hook of the row.
func Call(row any, hook string) {
	reflect.ValueOf(row).MethodByName(hook).Call(nil) // BUG: the row may lack the method
}
