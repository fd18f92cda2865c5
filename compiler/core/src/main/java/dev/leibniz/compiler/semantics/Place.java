package dev.leibniz.compiler.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns parameters: a network, or an instance of a layer. The instances that a statement makes get their names when the statement ends, since the name
 * depends on how many there are.
 */
final class Place {
    private final @Nullable Place outer;
    private final String layer;
    private String name = "";
    private final Set<String> taken = new HashSet<>();

    private Place(@Nullable Place outer, String layer) {
        this.outer = outer;
        this.layer = layer;
    }

    static Place network() {
        return new Place(null, "");
    }

    /** An instance of a layer, still without a name. */
    Place instance(String layer) {
        return new Place(this, layer);
    }

    /** The path of something that this place owns. */
    String path(String own) {
        String path = own;
        for (Place place = this; place.outer != null; place = place.outer) {
            path = place.name + "." + path;
        }
        return path;
    }

    /** Names the instances that one statement made: one gets the binding's name; several get their layer's name behind it, numbered from the second on. */
    void name(List<Place> instances, String binding, String turn) {
        if (instances.isEmpty()) {
            return;
        }
        String base = unique(binding, turn);
        if (instances.size() == 1) {
            instances.get(0).name = base;
            return;
        }
        Set<String> siblings = new HashSet<>();
        for (Place instance : new ArrayList<>(instances)) {
            String own = instance.layer;
            for (int number = 2; !siblings.add(own); number++) {
                own = instance.layer + number;
            }
            instance.name = base + "." + own;
        }
    }

    /** Names instances in a statement without a binding: each by its layer's name. */
    void nameByLayer(List<Place> instances, String turn) {
        instances.forEach(instance -> instance.name = unique(instance.layer, turn));
    }

    private String unique(String binding, String turn) {
        String name = binding + turn;
        for (int number = 2; !taken.add(name); number++) {
            name = binding + number + turn;
        }
        return name;
    }
}
