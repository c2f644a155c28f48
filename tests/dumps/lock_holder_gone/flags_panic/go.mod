module github.com/ostrava/toggles

go 1.21
