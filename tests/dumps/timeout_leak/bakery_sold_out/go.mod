module loaf.example/bakery

go 1.21
