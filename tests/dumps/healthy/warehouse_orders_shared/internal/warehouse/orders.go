// Package warehouse talks to the warehouse over Kafka.
package warehouse

import "github.com/IBM/sarama"

// Orders is the topic that the warehouse reads, written by one producer.
type Orders struct{ producer sarama.SyncProducer }

// Open returns the topic on a broker.
func Open(broker string) (*Orders, error) {
	producer, err := sarama.NewSyncProducer([]string{broker}, settings())
	return &Orders{producer}, err
}

func settings() *sarama.Config {
	config := sarama.NewConfig()
	config.Producer.Return.Successes = true
	config.Producer.RequiredAcks = sarama.WaitForAll
	return config
}

// Hand gives one order to the warehouse.
func (o *Orders) Hand(id string) error {
	_, _, err := o.producer.SendMessage(&sarama.ProducerMessage{
		Topic: "orders", Key: sarama.StringEncoder(id), Value: sarama.StringEncoder("{}")})
	return err
}
