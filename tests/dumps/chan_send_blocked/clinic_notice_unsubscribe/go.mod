module example.org/clinic/notices

go 1.20
