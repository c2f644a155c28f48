// Package warehouse talks to the warehouse over Kafka.
package warehouse

import "github.com/IBM/sarama"

// Orders is the topic that the warehouse reads.
type Orders struct{ brokers []string }

// Open returns the topic on a broker.
func Open(broker string) (*Orders, error) { return &Orders{[]string{broker}}, nil }

func settings() *sarama.Config {
	config := sarama.NewConfig()
	config.Producer.Return.Successes = true
	config.Producer.RequiredAcks = sarama.WaitForAll
	return config
}

// Hand gives one order to the warehouse.
func (o *Orders) Hand(id string) error {
	producer, err := sarama.NewSyncProducer(o.brokers, settings())
	if err != nil {
		return err
	}
	_, _, err = producer.SendMessage(&sarama.ProducerMessage{
		Topic: "orders", Key: sarama.StringEncoder(id), Value: sarama.StringEncoder("{}")})
	return err
}
