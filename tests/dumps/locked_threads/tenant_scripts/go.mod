module github.com/northshop/tenantscripts

go 1.18
