package dev.rubedo.dialect.postgresql.type;

/** PostgreSQL's {@code inet} and {@code cidr}. Immutable. */
enum InetType implements TextualType<Inet> {

    INET, CIDR;

    @Override
    public String sqlName() {
        return name();
    }

    @Override
    public Class<Inet> javaType() {
        return Inet.class;
    }

    @Override
    public String write(Inet value) {
        return value.toString();
    }

    @Override
    public Inet read(String text) {
        return Inet.of(text);
    }
}
