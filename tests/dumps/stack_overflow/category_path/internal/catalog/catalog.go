// Package catalog is the tree of categories.
package catalog

import "fmt"

type Category struct {
	Name   string
	Parent string
}

// String is for logs.
func (c Category) String() string {
	return fmt.Sprintf("category %v", c) // BUG: prints itself by calling itself
}

type Catalog struct {
	Root   Category
	byName map[string]Category
}

func Load() *Catalog {
	return &Catalog{Root: Category{Name: "root"}, byName: map[string]Category{
		"mugs": {"mugs", "kitchen"}, "kitchen": {"kitchen", "home"}, "home": {"home", "kitchen"},
	}}
}

// Path is the way from the root.
func (c *Catalog) Path(name string) string {
	category := c.byName[name]
	if category.Parent == "" {
		return category.Name
	}
	return c.parentPath(category) + "/" + category.Name
}

func (c *Catalog) parentPath(category Category) string {
	return c.Path(category.Parent) // BUG: kitchen and home are each other's parent
}
