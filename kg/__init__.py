"""Who met whom: a knowledge graph of officials, agencies and events from government press releases."""
