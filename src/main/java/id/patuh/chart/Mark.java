package id.patuh.chart;

/** Small signs that differ by shape. */
enum Mark {
    CIRCLE {
        @Override
        String path(double x, double y) {
            String arc = "A" + RADIUS + " " + RADIUS + " 0 1 1 ";
            return Canvas.path('M', x - RADIUS, y)
                    + arc
                    + Svg.number(x + RADIUS)
                    + " "
                    + Svg.number(y)
                    + arc
                    + Svg.number(x - RADIUS)
                    + " "
                    + Svg.number(y)
                    + "Z";
        }
    },
    SQUARE {
        @Override
        String path(double x, double y) {
            return polygon(x, y, -RADIUS, -RADIUS, RADIUS, -RADIUS, RADIUS, RADIUS, -RADIUS, RADIUS);
        }
    },
    UP {
        @Override
        String path(double x, double y) {
            return polygon(x, y, 0, -LONG, LONG, RADIUS, -LONG, RADIUS);
        }
    },
    DOWN {
        @Override
        String path(double x, double y) {
            return polygon(x, y, 0, LONG, LONG, -RADIUS, -LONG, -RADIUS);
        }
    },
    DIAMOND {
        @Override
        String path(double x, double y) {
            return polygon(x, y, 0, -LONG, LONG, 0, 0, LONG, -LONG, 0);
        }
    },
    CROSS {
        @Override
        String path(double x, double y) {
            return polygon(x, y, -5, -3, -3, -5, 0, -2, 3, -5, 5, -3, 2, 0, 5, 3, 3, 5, 0, 2, -3, 5, -5, 3, -2, 0);
        }
    };

    private static final double RADIUS = 4;
    private static final double LONG = 5.5;

    /** Its outline around a point. */
    abstract String path(double x, double y);

    /** One of several, by turns. */
    static Mark of(int number) {
        Mark[] telling = {CIRCLE, SQUARE, UP, DIAMOND, DOWN, CROSS};
        return telling[number % telling.length];
    }

    private static String polygon(double x, double y, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(Canvas.path(i == 0 ? 'M' : 'L', x + corners[i], y + corners[i + 1]));
        }
        return path.append('Z').toString();
    }
}
