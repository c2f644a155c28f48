module adressen.app/geocode

go 1.21
