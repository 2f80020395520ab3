package io.streamgauge.simulator;

/** What broadcasts show: the channel's favourite categories, a title and tags. */
final class Script {
    private final Categories categories;

    Script(Categories categories) {
        this.categories = categories;
    }

    Scene first(Language language, long channelHash, long broadcastHash, long epochSecond) {
        return scene(language, channelHash, Hash.of(broadcastHash, Trait.FIRST_SCENE), epochSecond);
    }

    /** Shown after a change midway: sometimes another category, sometimes only another title. */
    Scene second(Language language, long channelHash, long broadcastHash, long epochSecond, Scene before) {
        long hash = Hash.of(broadcastHash, Trait.SECOND_SCENE);
        Scene after = scene(language, channelHash, hash, epochSecond);
        return Hash.unit(hash, 1) < 0.3 ? new Scene(before.category(), after.title(), before.tags()) : after;
    }

    private Scene scene(Language language, long channelHash, long hash, long epochSecond) {
        double choice = Hash.unit(hash, 2);
        int number;
        if (choice < 0.65) {
            number = categories.draw(channelHash, Trait.FAVOURITES);
        } else if (choice < 0.9) {
            number = categories.draw(channelHash, Trait.FAVOURITES + 1 + Hash.below(3, hash, 3));
        } else {
            number = categories.draw(hash, 4);
        }
        Category category = categories.at(number, epochSecond);
        return new Scene(category, Titles.of(language, category.name(), hash), Tags.of(language, hash));
    }
}
