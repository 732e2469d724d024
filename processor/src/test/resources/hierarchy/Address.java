package firm;

import dev.rubedo.mapping.Column;

public record Address(@Column(length = 40) String street, String city) {}
