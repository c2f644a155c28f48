module bistro.it/menus

go 1.21
