module storefront

go 1.20
