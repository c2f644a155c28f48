module lockmill.org/standby

go 1.18
