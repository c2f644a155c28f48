module baths.wickstead.example/turnstile

go 1.27.0

require github.com/MicahParks/keyfunc/v3 v3.9.2

require (
	github.com/MicahParks/jwkset v0.11.4 // indirect
	github.com/golang-jwt/jwt/v5 v5.3.1 // indirect
	golang.org/x/time v0.15.0 // indirect
)
