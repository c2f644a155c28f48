module promo

go 1.21

require github.com/samber/lo v1.47.0

require golang.org/x/text v0.16.0 // indirect
