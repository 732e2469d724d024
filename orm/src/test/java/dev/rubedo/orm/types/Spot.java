package dev.rubedo.orm.types;

/** A point on a map. Immutable. */
public record Spot(int x, int y) {

    static Spot parse(String text) {
        var numbers = text.substring("POINT(".length(), text.length() - 1).split(" ");
        return new Spot(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    String text() {
        return "POINT(" + x + ' ' + y + ')';
    }
}
