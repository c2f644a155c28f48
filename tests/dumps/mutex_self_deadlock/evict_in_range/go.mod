module bitbucket.org/halden/sessiond

go 1.21
