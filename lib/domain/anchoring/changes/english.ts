import type { LanguageRules, WordList } from '@/lib/domain/anchoring/changes/rules'

/** Units that are counted in thousands and thousandths, by every word for them. */
const metricUnits = [
  'sievert',
  'becquerel',
  'hertz',
  'pascal',
  'newton',
  'ampere',
  'volt',
  'joule',
].flatMap(unit =>
  ['', 'nano', 'micro', 'milli', 'kilo', 'mega', 'giga', 'tera', 'peta'].map(
    (prefix): WordList => ['unit', `${prefix}${unit}`, `${prefix}${unit}s ${prefix}${unit}`],
  ),
)

/** English, British and American. */
export const english: LanguageRules = {
  figures: { decimal: '.', group: ',', spaces: true },
  names: 'capitals',
  dateOrder: null,
  numbers: {
    0: 'zero nought',
    1: 'one',
    2: 'two',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    7: 'seven',
    8: 'eight',
    9: 'nine',
    10: 'ten',
    11: 'eleven',
    12: 'twelve dozen',
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    20: 'twenty',
    30: 'thirty',
    40: 'forty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
    100: 'hundred',
    1000: 'thousand',
    100000: 'lakh',
    1000000: 'million',
    10000000: 'crore',
    1000000000: 'billion',
    1000000000000: 'trillion',
  },
  ordinals: {
    1: 'first',
    2: 'second',
    3: 'third',
    4: 'fourth',
    5: 'fifth',
    6: 'sixth',
    7: 'seventh',
    8: 'eighth',
    9: 'ninth',
    10: 'tenth',
    11: 'eleventh',
    12: 'twelfth',
    13: 'thirteenth',
    14: 'fourteenth',
    15: 'fifteenth',
    16: 'sixteenth',
    17: 'seventeenth',
    18: 'eighteenth',
    19: 'nineteenth',
    20: 'twentieth',
    30: 'thirtieth',
    40: 'fortieth',
    50: 'fiftieth',
    60: 'sixtieth',
    70: 'seventieth',
    80: 'eightieth',
    90: 'ninetieth',
    100: 'hundredth',
    1000: 'thousandth',
  },
  ordinalEndings: /^(?:st|nd|rd|th)$/,
  shortScales: {
    1000: 'k',
    1000000: 'm mn mln',
    1000000000: 'bn b bln',
    1000000000000: 'tn trn',
  },
  numberJoiners: 'and',
  minus: 'minus',
  months: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  doubtfulMonths: 'may march mar jan august sep dec',
  datePrepositions:
    'in since until till by before after from to during between and through of late early mid around circa last next this for year',
  dateJoiners: 'of the',
  morning: 'am',
  afternoon: 'pm',
  small: `a an the of in on at to for from by with into onto upon as than that this these those which and
    or but be been being is are was were has have had do does did having doing also it its there here so
    's 're 've 'd 'm mr mrs ms miss mx dr sir very quite really yet still even ever already just then`,
  speakerAfter: 'according per',
  starters: `civilian historian guardian librarian technician physician musician politician pedestrian
    comedian electrician clinician these publish finish i a an the this that these those he she it we you they his her its our your their my who what
    which when where why how while whether if as at by for from in into of on to with without after
    before since until during despite although though because but and or nor so yet not no all most
    some many few more less much each every both either neither another other others such only just
    even also still then now here there today yesterday tomorrow tonight once one two three four five
    six seven eight nine ten eleven twelve is was are were has had have will would can could may might
    must should shall do does did let under over above below between among against about across along
    around through throughout within beyond near however meanwhile moreover furthermore therefore thus
    instead indeed perhaps maybe nearly almost about roughly approximately exactly experts officials
    critics police data figures output growth crime trade debt demand supply spending income energy
    water food oil gas coal power electricity air weather rain snow heat research evidence science
    health education housing transport traffic tourism technology industry agriculture business
    everyone everybody someone nobody nothing anyone anybody everything something people men women
    children youth news law money wealth work labour labor life death war peace hunger love time
    home land wood steel rice wheat corn milk beef bread fish support turnout output revenue profit
    nearby earlier later recently currently previously overall today's last next new old former late
    early young big small great high low good bad long short public private local national global
    international foreign domestic total average annual monthly weekly daily half part anger fear`,
  styled: `government parliament president presidency prime minister ministry ministers cabinet
    chancellor secretary department congress senate senator house commons lords court supreme church
    state states council councillor committee commission commissioner police army navy force forces
    king queen crown prince princess pope bishop mayor governor chairman chair chairwoman director chief
    officer executive party union republic federal city county internet web constitution bill act
    agency authority board bank bureau office university school hospital opposition member members
    district region province northern southern eastern western north south east west general
    administration monarchy monarch treasury exchequer bible earth`,
  namesByCase: `polish china turkey march may august mark bill grant rose apple target shell gap amazon
    orange meta x labour labor green greens conservative conservatives liberal liberals democrat
    democrats democratic republican republicans catholic orthodox reform left right independent who it
    us oracle windows word office alphabet discover visa guardian times sun mirror independence west
    east north south mercury saturn mars earth ford nice reading bath cork essex job jobs drew jack
    frank rob sue will pat hope faith grace joy penny ray guy miles rich brown black white young king
    cook baker smith taylor page bush stone wolf fox hunt may trump gates musk rice wood banks ham`,
  commonEndings:
    /(?:ment|tion|sion|ness|ity|ism|ance|ence|ship|hood|dom|ings?|ers|ors|ists|ies|ments|tions|sions|ly|ages?|ures?|ics|men|women|ous|ful|able|ible|less)$/,
  regions: {
    US: 'US USA America United_States_of_America the_States',
    GB: 'UK Britain Great_Britain United_Kingdom',
    AE: 'UAE',
    TR: 'Turkey',
    CZ: 'Czech_Republic',
    CI: 'Ivory_Coast',
    CV: 'Cape_Verde',
    SZ: 'Swaziland',
    MK: 'Macedonia',
    NL: 'Holland',
    CD: 'DRC DR_Congo Democratic_Republic_of_Congo Democratic_Republic_of_the_Congo',
    MM: 'Myanmar Burma',
    PS: 'Palestine',
    HK: 'Hong_Kong',
    BA: 'Bosnia Bosnia_and_Herzegovina',
    TT: 'Trinidad_and_Tobago',
    VA: 'Vatican the_Vatican',
  },
  gradable: {
    more: `high large big great long old fast strong tall wide deep heavy hot warm broad loud bright thick
      rich hard tough rough steep`,
    less: `low small little short young slow weak light cold cool narrow thin poor soft mild cheap shallow
      tiny`,
    own: `late near close safe quick rare simple easy early busy happy healthy wealthy costly deadly likely
      lively friendly lonely angry hungry noisy dirty clean clear dark dry wet fair firm fit free fresh
      full gentle grand kind new nice odd pale plain proud pure quiet rapid sad sharp sick smart
      smooth strange strict subtle sweet tight ugly wild humble narrow noble polite scary risky
      lucky funny crazy lazy sunny windy cloudy calm dear dense dull fierce flat harsh keen lean mean
      neat ripe sane sound sour stable stern stiff tame tense true vague vast worthy`,
  },
  negated: /^(?:un|in|im|il|ir|dis|non)(\p{L}{4,})$/u,
  cut: cutContraction,
  titles: { woman: 'mrs ms miss lady madam', man: 'mr sir lord' },
  properEndings: /(?:ian|[rlp]ean|ican|[nlr]ese|[tdnlrkm]ish|aeli|stani|raqi)$/,
  idioms: `not_least not_only at_first first_of_all in_the_first_place first_hand as_well as_well_as may_well
    no_matter no_doubt of_course more_or_less after_all above_all all_over over_time all_the_same
    called_at called_off called_on called_in called_out calls_off up_to_date left_wing left_-_wing
    right_wing right_-_wing right_to rights left_behind take_place takes_place took_place taken_place
    taking_place set_up cut_off each_other one_another the_more no_. nothing_more as_a_whole on_the_whole
    in_short short_term long_term long_-_term short_-_term at_last last_but in_part_because low_key
    high_school high_court high_level as_far_as so_far by_far as_long_as in_the_long_run 
    fall_short falls_on fell_on rise_to_power rose_to_power rises_from one_day some_day all_right
    all_-_out the_rest second_world_war first_world_war world_war_one
    world_war_two first_minister first_lady prime_minister little_known well_known well_-_known 
    hot_dog cold_war free_market open_source make_up made_up give_up gave_up show_up showed_up`,
  opposites: [
    ['before prior_to ahead_of', 'after following'],
    ['for', 'against'],
    ['trust trusts trusted confident', 'doubt doubts doubted distrust sceptical skeptical'],
    ['win wins won winning victory winner winners', 'lose loses lost losing defeat loser losers'],
    [
      'buy buys bought buying purchase purchases purchased purchasing acquire acquires acquired buyer buyers',
      'sell sells sold selling sale seller sellers',
    ],
    [
      'import imports imported importing importer importers',
      'export exports exported exporting exporter exporters',
    ],
    [
      'support supports supported supporting supporter supporters in_favour_of in_favor_of favours favors favour favor backs backed backing approve approves approved approving approval endorse endorses endorsed praise praises praised',
      'oppose opposes opposed opposing against opposition opponent opponents critic critics criticise criticises criticised criticize criticizes criticized condemn condemns condemned',
    ],
    [
      'enter enters entered entering join joins joined joining arrive arrives arrived arriving arrival',
      'leave leaves left leaving quit quits exit exits exited depart departs departed departing departure',
    ],
    [
      'begin begins began begun beginning start starts started starting launch launches launched',
      'end ends ended ending finish finishes finished',
    ],
    [
      'open opens opened opening reopen reopens reopened',
      'close closes closed closing closure shut shuts',
    ],
    [
      'hire hires hired hiring recruit recruits recruited appoint appoints appointed',
      'fire fires fired sack sacks sacked dismiss dismisses dismissed dismissal',
    ],
    ['inside within', 'outside'],
    ['profit profits', 'loss losses'],
    ['surplus surpluses', 'deficit deficits shortfall'],
    ['income incomes revenue revenues', 'spending expenditure expenditures costs'],
    [
      'lend lends lent lending lender lenders',
      'borrow borrows borrowed borrowing borrower borrowers',
    ],
    ['create creates created creating', 'destroy destroys destroyed destroying'],
    ['guilty convicted conviction', 'innocent acquitted acquittal exonerated cleared'],
    ['accept accepts accepted accepting adopted', 'reject rejects rejected rejecting'],
    ['pass passes passed passing', 'fail fails failed failing failure'],
    ['success successful succeeded succeeds', 'failure failed fails'],
    [
      'allow allows allowed allowing permit permits permitted permitting',
      'ban bans banned forbid forbids forbidden prohibit prohibits prohibited',
    ],
    [
      'north northern northerly',
      'south southern southerly',
      'east eastern easterly',
      'west western westerly',
    ],
    ['high highly', 'low'],
    ['big large huge great major vast', 'small little tiny minor'],
    ['long lengthy', 'short brief'],
    ['tall', 'short'],
    ['fast quick rapid swift quickly rapidly swiftly', 'slow slowly gradually gradual'],
    ['strong strongly robust', 'weak weakly'],
    ['rich wealthy', 'poor'],
    ['old older ancient', 'new young newly'],
    ['hot warm', 'cold cool'],
    ['early', 'late'],
    ['easy easily', 'hard difficult'],
    ['light', 'heavy heavily'],
    ['cheap inexpensive', 'expensive costly'],
    ['safe safely', 'dangerous risky'],
    ['good well positive positively', 'bad badly poorly negative negatively'],
    ['true truly', 'false'],
    ['public publicly', 'private privately secret secretly'],
    ['domestic', 'foreign'],
    ['maximum', 'minimum'],
    ['most', 'least'],
    ['first', 'last'],
    ['left', 'right'],
    ['top', 'bottom'],
    ['upper', 'lower'],
    ['permanent permanently', 'temporary temporarily'],
    ['deliberately deliberate intentional intentionally', 'accidentally accidental'],
    ['peaceful peacefully', 'violent violently'],
    ['civilian civilians', 'soldier soldiers military combatant combatants'],
    ['male men man boys boy', 'female women woman girls girl'],
    ['employer employers', 'employee employees'],
    ['alive survived survive survivors', 'dead died killed die'],
    ['injured wounded', 'killed died dead'],
    ['gross', 'net'],
    ['median', 'mean average'],
    ['urban', 'rural'],
    ['fully full completely', 'partly partially partial'],
    ['voluntary voluntarily', 'compulsory mandatory forced'],
    ['cause causes caused causing leads_to led_to', 'linked_to associated_with correlated_with'],
    ['giving gave given give gives', 'receive receives received took taken take'],
  ],
  words: [
    // Units
    ['unit', 'percent', 'percent per_cent percentage pct'],
    ['unit', 'percentage point', 'percentage_point percentage_points'],
    ['unit', 'percentage point', 'pp pps ppt ppts ppts', 'after number'],
    ['unit', 'point', 'point points pts', 'after number'],
    ['unit', 'basis point', 'basis_point basis_points bps bp'],
    ['unit', 'dollar', 'dollar dollars us_dollar us_dollars buck bucks'],
    ['unit', 'aud', 'australian_dollar australian_dollars'],
    ['unit', 'cad', 'canadian_dollar canadian_dollars'],
    ['unit', 'euro', 'euro euros'],
    ['unit', 'pound', 'pounds sterling pounds_sterling quid'],
    ['unit', 'pound', 'pound', 'after number'],
    ['unit', 'pound weight', 'lb lbs', 'after number'],
    ['unit', 'cent', 'cent cents'],
    ['unit', 'pence', 'pence penny pennies'],
    ['unit', 'pence', 'p', 'after number'],
    ['unit', 'yen', 'yen'],
    ['unit', 'yuan', 'yuan renminbi'],
    ['unit', 'rupee', 'rupee rupees'],
    ['unit', 'ruble', 'ruble rubles rouble roubles'],
    ['unit', 'franc', 'franc francs'],
    ['unit', 'peso', 'peso pesos'],
    ['unit', 'krona', 'krona kronor krone kroner'],
    ['unit', 'shekel', 'shekel shekels'],
    ['unit', 'dirham', 'dirham dirhams'],
    ['unit', 'won', 'won', 'after number'],
    ['unit', 'rand', 'rand', 'after number'],
    ['unit', 'real', 'reais'],
    ['unit', 'lira', 'lira liras'],
    ['unit', 'mm', 'millimetre millimetres millimeter millimeters'],
    ['unit', 'cm', 'centimetre centimetres centimeter centimeters'],
    ['unit', 'm', 'metre metres meter meters'],
    ['unit', 'km', 'kilometre kilometres kilometer kilometers kms'],
    ['unit', 'mile', 'mile miles'],
    ['unit', 'mile', 'mi', 'after number'],
    ['unit', 'nautical mile', 'nautical_mile nautical_miles'],
    ['unit', 'yard', 'yards'],
    ['unit', 'yard', 'yard yd yds', 'after number'],
    ['unit', 'foot', 'feet foot ft', 'after number'],
    ['unit', 'inch', 'inch inches'],
    ['unit', 'm2', 'square_metre square_metres square_meter square_meters'],
    ['unit', 'km2', 'square_kilometre square_kilometres square_kilometer square_kilometers sq_km'],
    ['unit', 'sq mile', 'square_mile square_miles sq_mi'],
    ['unit', 'sq ft', 'square_foot square_feet sq_ft'],
    ['unit', 'm3', 'cubic_metre cubic_metres cubic_meter cubic_meters'],
    ['unit', 'acre', 'acre acres'],
    ['unit', 'ha', 'hectare hectares'],
    ['unit', 'mg', 'milligram milligrams milligramme milligrammes'],
    ['unit', 'µg', 'microgram micrograms'],
    ['unit', 'g', 'gram grams gramme grammes'],
    ['unit', 'kg', 'kilogram kilograms kilogramme kilogrammes kilo kilos'],
    ['unit', 't', 'tonne tonnes metric_ton metric_tons'],
    ['unit', 'ton', 'ton tons'],
    ['unit', 'ounce', 'ounce ounces oz'],
    ['unit', 'stone', 'stone', 'after number'],
    ['unit', 'l', 'litre litres liter liters'],
    ['unit', 'ml', 'millilitre millilitres milliliter milliliters'],
    ['unit', 'gallon', 'gallon gallons'],
    ['unit', 'pint', 'pint pints'],
    ['unit', 'barrel', 'barrel barrels bpd'],
    ['unit', 'w', 'watt watts'],
    ['unit', 'kw', 'kilowatt kilowatts'],
    ['unit', 'mw', 'megawatt megawatts'],
    ['unit', 'gw', 'gigawatt gigawatts'],
    ['unit', 'tw', 'terawatt terawatts'],
    ['unit', 'kwh', 'kilowatt_hour kilowatt_hours kilowatt_-_hour kilowatt_-_hours'],
    ['unit', 'mwh', 'megawatt_hour megawatt_hours megawatt_-_hour megawatt_-_hours'],
    ['unit', 'calorie', 'calorie calories'],
    ['unit', 'kcal', 'kcal kilocalorie kilocalories'],
    ['unit', 'kb', 'kilobyte kilobytes'],
    ['unit', 'mb', 'megabyte megabytes'],
    ['unit', 'gb', 'gigabyte gigabytes'],
    ['unit', 'tb', 'terabyte terabytes'],
    ['unit', 'celsius', 'celsius centigrade degrees_celsius degree_celsius degrees_c'],
    ['unit', 'celsius', 'c', 'after number'],
    ['unit', 'fahrenheit', 'fahrenheit degrees_fahrenheit degree_fahrenheit degrees_f'],
    ['unit', 'fahrenheit', 'f', 'after number'],
    ['unit', 'kelvin', 'kelvin'],
    ['unit', 'degree', 'degree degrees deg', 'after number'],
    [
      'unit',
      'km/h',
      'kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour',
    ],
    ['unit', 'mph', 'miles_per_hour miles_an_hour'],
    ['unit', 'knot', 'knots'],
    ['unit', 'millisecond', 'millisecond milliseconds'],
    ['unit', 'second', 'seconds'],
    ['unit', 'second', 'sec secs', 'after number'],
    ['unit', 'minute', 'minutes'],
    ['unit', 'minute', 'minute min mins', 'after number'],
    ['unit', 'hour', 'hour hours hourly hr hrs'],
    ['unit', 'day', 'day days daily per_day a_day'],
    ['unit', 'week', 'week weeks weekly per_week a_week'],
    ['unit', 'fortnight', 'fortnight fortnights fortnightly'],
    ['unit', 'month', 'month months monthly per_month a_month'],
    ['unit', 'quarter', 'quarterly'],
    ['unit', 'year', 'year years yearly annual annually per_annum per_year a_year yr yrs'],
    ['unit', 'decade', 'decade decades'],
    ['unit', 'century', 'century centuries'],
    ['unit', 'millennium', 'millennium millennia'],
    ['unit', 'per head', 'per_capita per_head per_person'],
    ['unit', 'bit', 'bits', 'after number'],
    ['unit', 'megabit', 'megabit megabits'],
    ['unit', 'gigabit', 'gigabit gigabits'],
    ['unit', 'kilotonne', 'kilotonne kilotonnes kiloton kilotons'],
    ['unit', 'megatonne', 'megatonne megatonnes megaton megatons'],
    ...metricUnits,
    // Vague numbers
    ['number', 'dozens', 'dozens'],
    ['number', 'hundreds', 'hundreds'],
    ['number', 'thousands', 'thousands'],
    ['number', 'tens of thousands', 'tens_of_thousands'],
    ['number', 'hundreds of thousands', 'hundreds_of_thousands'],
    ['number', 'millions', 'millions'],
    ['number', 'tens of millions', 'tens_of_millions'],
    ['number', 'hundreds of millions', 'hundreds_of_millions'],
    ['number', 'billions', 'billions'],
    ['number', 'trillions', 'trillions'],
    ['number', 'single', 'single sole lone'],
    ['number', 'couple', 'a_couple'],
    ['number', 'once', 'once'],
    ['number', 'thirds', 'thirds two_thirds two_-_thirds'],
    ['number', 'quarters', 'three_quarters three_-_quarters'],
    ['number', 'fifths', 'fifths'],
    ['number', 'tenths', 'tenths'],
    // Dates
    ['date', 'monday', 'monday mondays mon'],
    ['date', 'tuesday', 'tuesday tuesdays tue tues'],
    ['date', 'wednesday', 'wednesday wednesdays wed'],
    ['date', 'thursday', 'thursday thursdays thu thurs'],
    ['date', 'friday', 'friday fridays fri'],
    ['date', 'saturday', 'saturday saturdays'],
    ['date', 'sunday', 'sunday sundays'],
    ['date', 'weekend', 'weekend weekends'],
    ['date', 'yesterday', 'yesterday'],
    ['date', 'today', 'today'],
    ['date', 'tomorrow', 'tomorrow'],
    ['date', 'tonight', 'tonight this_evening'],
    ['date', 'last night', 'last_night'],
    ['date', 'now', 'now currently presently at_present nowadays'],
    ['date', 'recently', 'recently lately'],
    ['date', 'formerly', 'formerly previously former ex_-'],
    ['date', 'soon', 'soon shortly'],
    ['date', 'ago', 'ago'],
    ['date', 'last year', 'last_year the_previous_year a_year_ago the_year_before'],
    ['date', 'this year', 'this_year the_current_year'],
    ['date', 'next year', 'next_year the_following_year the_coming_year'],
    ['date', 'last month', 'last_month the_previous_month a_month_ago'],
    ['date', 'this month', 'this_month'],
    ['date', 'next month', 'next_month the_following_month'],
    ['date', 'last week', 'last_week the_previous_week a_week_ago'],
    ['date', 'this week', 'this_week'],
    ['date', 'next week', 'next_week the_following_week'],
    ['date', 'last', 'last previous', 'before date'],
    ['date', 'next', 'next following coming', 'before date'],
    ['date', 'last decade', 'last_decade'],
    ['date', 'last century', 'last_century'],
    ['date', 'last quarter', 'last_quarter the_previous_quarter'],
    ['date', 'this quarter', 'this_quarter'],
    ['date', 'next quarter', 'next_quarter'],
    ['date', 'first quarter', 'first_quarter q1'],
    ['date', 'second quarter', 'second_quarter q2'],
    ['date', 'third quarter', 'third_quarter q3'],
    ['date', 'fourth quarter', 'fourth_quarter q4'],
    ['date', 'first half', 'first_half'],
    ['date', 'second half', 'second_half'],
    ['date', 'spring', 'spring springtime'],
    ['date', 'summer', 'summer summertime'],
    ['date', 'autumn', 'autumn'],
    ['date', 'winter', 'winter wintertime'],
    ['date', 'morning', 'morning mornings'],
    ['date', 'afternoon', 'afternoon afternoons'],
    ['date', 'evening', 'evening evenings'],
    ['date', 'night', 'night nights overnight'],
    ['date', 'midnight', 'midnight'],
    ['date', 'noon', 'noon midday'],
    ['date', 'christmas', 'christmas'],
    ['date', 'easter', 'easter'],
    ['date', 'early', 'early', 'before date'],
    ['date', 'mid', 'mid mid_-', 'before date'],
    ['date', 'late', 'late', 'before date'],
    ['date', 'since', 'since', 'before date'],
    ['date', 'until', 'until till', 'before date'],
    ['date', 'by', 'by', 'before date'],
    ['date', 'during', 'throughout', 'before date'],
    ['date', 'bc', 'bc bce', 'after number'],
    // Negation
    [
      'negation',
      'not',
      `not no nor neither nobody no_one nothing nowhere without lack lacks lacked lacking fail_to
      fails_to failed_to failing_to failure_to refuse_to refuses_to refused_to refusing_to refusal_to
      decline_to declines_to declined_to declining_to deny denies denied denying denial dismiss dismisses
      dismissed dismissing dismissal rebuff rebuffs rebuffed rebuffing reject rejects
      rejected rejecting rejection forbid forbids forbade forbidden prohibit prohibits prohibited
      prohibiting prohibition ban bans banned banning prevent prevents prevented preventing unable
      inability impossible unlikely unclear unknown unaware unwilling unfounded untrue incorrect
      inaccurate illegal unlawful unconstitutional ineligible ineffective insufficient absence absent
      non opposite false falsely neither_of avoid avoids avoided avoiding disproved disproven debunked
      nil unproven unsafe unfair unhappy uncertain unusual unnecessary invalid innocent`,
    ],
    ['negation', 'never', 'never at_no_point'],
    ['negation', 'no longer', 'no_longer not_any_more not_any_longer not_anymore'],
    ['negation', 'hardly', 'hardly barely scarcely'],
    ['negation', 'not', 'none'],
    ['negation', 'not', 'stop stops stopped stopping cease ceases ceased'],
    // Quantities
    ['quantifier', 'none', 'none'],
    [
      'quantifier',
      'all',
      `all every each everyone everybody everything everywhere whole entire entirely wholly completely
      fully totally altogether all_of_the every_one_of each_of`,
    ],
    ['quantifier', 'both', 'both'],
    ['quantifier', 'any', 'any anyone anybody anything anywhere'],
    [
      'quantifier',
      'some',
      `some several certain various someone somebody something somewhere a_few some_of a_number_of
      a_handful_of handful one_of one_of_the`,
    ],
    ['quantifier', 'few', 'few little rarely'],
    [
      'quantifier',
      'many',
      `many numerous much lots a_lot a_lot_of plenty countless scores multiple large_numbers
      a_large_number_of large_numbers_of`,
    ],
    [
      'quantifier',
      'most',
      `most mostly majority largely mainly primarily predominantly the_majority_of a_majority_of
      most_of the_bulk_of the_vast_majority_of`,
    ],
    ['quantifier', 'minority', 'minority fraction'],
    ['quantifier', 'part', 'part partly partially partial in_part'],
    ['quantifier', 'least', 'least'],
    ['quantifier', 'enough', 'enough sufficient sufficiently'],
    ['quantifier', 'only', 'only just merely solely exclusively alone no_more_than nothing_but'],
    ['quantifier', 'at least', 'at_least a_minimum_of no_fewer_than no_less_than minimum'],
    ['quantifier', 'at least', 'or_more or_over and_over plus', 'after number'],
    [
      'quantifier',
      'at most',
      'at_most up_to a_maximum_of not_more_than maximum as_many_as as_much_as',
    ],
    ['quantifier', 'at most', 'or_less or_fewer or_under', 'after number'],
    ['quantifier', 'nearly', 'nearly almost virtually practically'],
    ['quantifier', 'nearly', 'close_to approaching just_under just_below', 'before number'],
    ['quantifier', 'nearly', 'just_over', 'before number'],
    ['quantifier', 'about', 'approximately roughly circa'],
    [
      'quantifier',
      'about',
      'about around some ca c an_estimated estimated or_so somewhere_around in_the_region_of',
      'before number',
    ],
    ['quantifier', 'about', 'or_so', 'after number'],
    ['quantifier', 'exactly', 'exactly precisely'],
    ['quantifier', 'half', 'half one_half'],
    ['quantifier', 'twice', 'twice double twofold two_times two_fold'],
    ['quantifier', 'three times', 'thrice triple threefold three_times'],
    ['quantifier', 'four times', 'quadruple fourfold four_times'],
    ['number', 'doubled', 'doubles doubled doubling'],
    ['number', 'tripled', 'triples tripled tripling trebled'],
    ['number', 'quadrupled', 'quadruples quadrupled quadrupling'],
    ['number', 'halved', 'halve halves halved halving'],
    ['number', 'and a half', 'and_a_half'],
    ['number', 'and a quarter', 'and_a_quarter'],
    ['quantifier', 'always', 'always invariably constantly'],
    ['quantifier', 'often', 'often frequently regularly repeatedly'],
    ['quantifier', 'usually', 'usually generally typically normally'],
    ['quantifier', 'sometimes', 'sometimes occasionally'],
    ['quantifier', 'rarely', 'rarely seldom infrequently'],
    // Comparison
    ['comparison', 'than', 'than'],
    ['comparison', 'more', 'more further'],
    ['comparison', 'less', 'less fewer lesser'],
    [
      'comparison',
      'above',
      'more_than over in_excess_of upwards_of greater_than higher_than',
      'before number',
    ],
    [
      'comparison',
      'above',
      'above exceed exceeds exceeded exceeding beyond surpass surpasses surpassed surpassing',
    ],
    ['comparison', 'below', 'less_than fewer_than under short_of lower_than', 'before number'],
    ['comparison', 'below', 'below beneath'],
    ['comparison', 'good er', 'better'],
    ['comparison', 'bad er', 'worse'],
    ['comparison', 'good est', 'best'],
    ['comparison', 'bad est', 'worst'],
    ['comparison', 'more er', 'elder senior'],
    ['comparison', 'less er', 'junior'],
    ['comparison', 'far er', 'farther'],
    ['comparison', 'far est', 'farthest furthest'],
    ['comparison', 'equal', 'same equal equals equally equivalent identical as_much as_many'],
    ['comparison', 'stable', 'stable steady unchanged flat stagnant constant'],
    [
      'comparison',
      'rise',
      `rise rises rose risen rising increase increases increased increasing increasingly grow grows grew
      grown growing growth climb climbs climbed climbing jump jumps jumped jumping surge surges surged
      surging soar soars soared soaring gain gains gained gaining raise raises raised raising expand
      expands expanded expanding expansion double doubles doubled doubling triple triples tripled
      tripling upward upwards accelerate accelerates accelerated accelerating boost boosts boosted
      boosting escalate escalates escalated escalating spike spikes spiked go_up goes_up went_up going_up
      gone_up up_by up_from improve improves improved improving improvement strengthen strengthens
      strengthened hike hikes hiked rocketed skyrocketed`,
    ],
    [
      'comparison',
      'fall',
      `fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined
      declining drop drops dropped dropping sink sinks sank sunk sinking plunge plunges plunged plunging
      plummet plummets plummeted plummeting shrink shrinks shrank shrunk shrinking slump slumps slumped
      slumping reduce reduces reduced reducing reduction cut cuts cutting lower lowers lowered lowering
      downward downwards slow slows slowed slowing slowdown halve halved halving go_down goes_down
      went_down going_down gone_down down_by down_from contract contracts contracted contracting
      contraction dip dips dipped tumble tumbles tumbled worsen worsens worsened deteriorate
      deteriorates deteriorated weaken weakens weakened diminish diminishes diminished slash slashes
      slashed lessen lessened dwindle dwindles dwindled`,
    ],
    ['comparison', 'rise', 'up', 'before number'],
    ['comparison', 'fall', 'down', 'before number'],
    [
      'comparison',
      'before',
      'before prior_to ahead_of earlier preceding precedes preceded predates',
    ],
    ['comparison', 'after', 'after later afterwards subsequently'],
    ['date', 'before', 'before', 'before date'],
    ['date', 'after', 'after', 'before date'],
    ['comparison', 'too', 'too_many too_much too_few too_little'],
    ['comparison', 'cause', 'cause causes caused causing lead_to leads_to led_to leading_to'],
    ['comparison', 'linked', 'linked_to associated_with correlated_with'],
    ['comparison', 'to', 'to', 'level'],
    // Certainty
    ['modality', 'may', 'may might could possibly perhaps maybe potentially possible potential'],
    ['modality', 'can', 'can able_to'],
    ['modality', 'will', `will shall going_to set_to due_to_be bound_to`],
    ['modality', 'would', 'would'],
    ['modality', 'should', 'should ought_to ought supposed_to recommended_to'],
    [
      'modality',
      'must',
      'must have_to has_to had_to need_to needs_to needed_to required_to obliged_to mandatory compulsory require requires requiring required oblige obliges obliged',
    ],
    ['modality', 'optional', 'optional voluntary voluntarily'],
    ['modality', 'alleged', 'allegedly alleged supposedly purportedly purported'],
    ['modality', 'reported', 'reportedly reported_to'],
    [
      'modality',
      'apparent',
      'apparently appear appears appeared seem seems seemed seemingly appears_to seems_to',
    ],
    ['modality', 'likely', 'likely unlikely probably probable improbable presumably'],
    [
      'modality',
      'certain',
      'certainly definitely undoubtedly surely clearly proven proved proves prove confirmed',
    ],
    [
      'modality',
      'plan',
      'plan plans planned planning intend intends intended intending aim_to aims_to aimed_to intention',
    ],
    [
      'modality',
      'expect',
      'expect expects expected expecting forecast forecasts predicted projected',
    ],
    ['modality', 'hope', 'hope hopes hoped hoping'],
    ['modality', 'propose', 'propose proposes proposed proposing proposal'],
    ['modality', 'consider', 'consider considers considered considering'],
    ['modality', 'try', 'try_to tries_to tried_to trying_to attempt attempts attempted attempting'],
    ['modality', 'suspect', 'suspected suspects suspect'],
    ['modality', 'want', 'want wants wanted'],
    ['modality', 'if', 'if unless'],
    [
      'modality',
      'allowed',
      'allow allows allowed allowing permit permits permitted permitting entitled_to',
    ],
    // Who says it
    [
      'attribution',
      'say',
      'say says said saying stated stating tell tells told telling announce announces announced announcing note noted noting add added adding quoted_by explain explains explained explaining remark remarked according_to per wrote writes',
    ],
    [
      'attribution',
      'claim',
      'claim claims claimed claiming assert asserts asserted asserting insist insists insisted insisting maintains maintained argue argues argued arguing contend contends contended allege alleges alleging',
    ],
    [
      'attribution',
      'deny',
      'deny denies denied denying dispute disputes disputed disputing rebut rebutted refute refutes refuted',
    ],
    [
      'attribution',
      'admit',
      'admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede concedes conceded conceding confess confesses confessed',
    ],
    ['attribution', 'confirm', 'confirm confirms confirmed confirming'],
    [
      'attribution',
      'suggest',
      'suggest suggests suggested suggesting hint hinted hints imply implies implied',
    ],
    [
      'attribution',
      'promise',
      'promise promises promised promising vow vows vowed pledge pledges pledged',
    ],
    ['attribution', 'warn', 'warn warns warned warning'],
    ['attribution', 'predict', 'predict predicted predicting'],
    ['attribution', 'believe', 'believe believes believed think thinks thought'],
    ['attribution', 'accuse', 'accuse accuses accused accusing blame blames blamed blaming'],
    ['attribution', 'estimate', 'estimates expects forecasts projects predicts'],
    [
      'attribution',
      'call',
      'call calls called describe describes described labelled labeled dubbed',
    ],
    ['attribution', 'ask', 'ask asks asked demand demands demanded urge urges urged'],
    ['attribution', 'show', 'found_that finds_that shows_that showed_that show_that'],
  ],
}

/** "don't" is "do not", "they'll" "they will", "Johnson's" "Johnson" and an ending. */
function cutContraction(word: string): string[] {
  if (/^cannot$/i.test(word)) return [word.slice(0, 3), 'not']
  const negated = /^(.+)n't$/i.exec(word)
  if (negated?.[1]) return [contracted[negated[1].toLowerCase()] ?? negated[1], 'not']
  const ended = /^(.+)('(?:s|ll|re|ve|d|m))$/i.exec(word)
  if (!ended?.[1] || !ended[2]) return [word]
  return [ended[1], ended[2].toLowerCase() === "'ll" ? 'will' : ended[2]]
}

const contracted: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall' }
