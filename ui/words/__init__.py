"""Every sentence of the screens, written natively in Korean (해요체) and in English. One module per page; views hold no literal sentence."""
