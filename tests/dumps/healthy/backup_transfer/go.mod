module vaultkeeper/transfer

go 1.22
