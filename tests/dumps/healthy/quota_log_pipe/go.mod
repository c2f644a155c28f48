module quota.beaconhill.example/limits

go 1.19
