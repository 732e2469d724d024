package dev.rubedo.orm.guide;

import dev.rubedo.type.SqlType;

/** The types of devices. Immutable. */
final class NetworkTypes {
    static final SqlType<MacAddress> MAC = new MacAddressText().on("postgresql", MacAddressType.MACADDR);

    private NetworkTypes() {}
}
