module github.com/cartomancer/geo

go 1.21
