module postbox/poll

go 1.22
