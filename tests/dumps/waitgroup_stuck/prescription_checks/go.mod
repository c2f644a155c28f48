module apotheke/rx

go 1.18
