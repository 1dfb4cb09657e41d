"""What a paper holds, without how it looks: frozen blocks that both renderers print. Imports the domain only."""
