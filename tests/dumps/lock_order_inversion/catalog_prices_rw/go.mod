module github.com/oakline/storefront

go 1.21
