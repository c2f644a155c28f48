module github.com/nordwind/catalogd

go 1.21
