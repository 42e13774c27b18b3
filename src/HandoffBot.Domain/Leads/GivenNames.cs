using System.Collections.Frozen;

namespace HandoffBot.Domain.Leads;

/// <summary>First names, each with what people who bear it are called as well; in Latin letters, compared by their sound.</summary>
internal static class GivenNames
{
    private const string Known = """
        aleksandr alexander alex sasha sanya shura sanek sasha
        aleksandra alexandra sasha shura sanya
        aleksey alexei alexis alex lyosha lyokha alyosha lesha
        albina alya
        alina alya
        alisa alice
        alla alya
        alyona alena
        anastasiya anastasia nastya nastia stasya asya
        anatoliy tolya tolik
        andrey andrew andy drew andryusha
        angelina gelya lina
        anna ann anne anya annie nyura anyuta
        anton antosha tosha anthony tony
        antonina tonya
        arina arisha
        arkadiy arkasha
        arseniy senya
        artur arthur art
        artyom artemiy tyoma
        bogdan
        boris borya
        daniil danila danil daniel dan danya
        darya daria dasha
        denis dennis den
        diana
        dinara dina
        dmitriy dima mitya dimon dmitri dimitri
        eduard edward ed eddie edik
        ekaterina katya katerina catherine katherine kate kathy katie cathy katyusha
        elena lena helen helena lenochka
        elizaveta liza elizabeth liz beth lizzie betty eliza
        elvira elya
        emma
        evgeniy eugene gene zhenya jenya
        evgeniya eugenia zhenya jenya
        fyodor fedya theodore ted theo
        galina galya
        georgiy george zhora gosha
        gleb
        grigoriy grisha gregory greg
        igor gosha
        ilya ilyusha elias
        inga
        inna
        irina ira irene irisha
        ivan vanya
        karina
        kirill kir cyril
        kira
        klavdiya klava
        konstantin kostya constantine
        kristina christina kris tina
        kseniya ksenia ksyusha xenia oksana
        larion
        larisa lara
        leonid lyonya leo
        lev lyova leo leon
        lidiya lida lydia
        lyubov lyuba
        lyudmila lyuda mila luda
        maksim max maxim maks
        margarita rita margaret margo maggie peggy
        marina marisha
        mariya maria masha mary marya manya marusya
        matvey matthew matt motya
        mikhail misha michael mike mick
        nadezhda nadya
        natalya natalia natasha nata natalie nataly
        nikita nikitos
        nikolay kolya nicholas nick nik
        nina
        oksana ksana
        oleg olezhka
        olga olya
        paulina
        pavel pasha paul pashka
        polina polya
        pyotr petya peter pete petr
        roman roma
        ruslan rus
        semyon syoma simon
        sergey seryozha sergei serge seriy
        sofya sofia sonya sophie sophia
        stanislav stas slava
        stepan styopa stephen steve
        svetlana sveta lana
        tamara toma
        tatyana tanya tatiana
        timofey tim timothy tima
        timur tima
        ulyana ulya
        vadim vadik
        valentin valya valik
        valentina valya
        valeriy valera
        valeriya lera valya valeria
        vasiliy vasya basil
        vera
        veronika nika veronica
        viktor victor vitya vic
        viktoriya vika victoria vicky tori
        vitaliy vitalik vitalya
        vladimir vova volodya vlad
        vladislav vlad slava
        vyacheslav slava
        yakov yasha jacob jake
        yana jana
        yaroslav yarik slava
        yegor egor
        yulia yuliya julia julie yulya
        yuriy yura yury
        zhanna jeanne
        zinaida zina
        zoya zoe
        benjamin ben benny
        charles charlie chuck
        christopher chris
        david dave davy
        deborah deb debbie
        emily em
        francis frank
        henry harry hank
        jack john johnny jon
        james jim jimmy jamie
        jane janet jenny
        jennifer jen jenny
        jessica jess jessie
        jonathan jon johnny
        joseph joe joey
        kenneth ken kenny
        laura
        lawrence larry
        mark marc
        martin marty
        moritz
        nathan nate
        patricia pat patty trish
        patrick pat paddy
        raymond ray
        rebecca becky
        richard rick dick rich ricky
        robert bob rob bobby robbie
        ronald ron ronnie
        samantha sam
        samuel sam sammy
        sara sarah sally
        susan sue suzy suzanne
        thomas tom tommy
        walter walt
        william bill will billy willy
        wilma
        """;

    private static readonly FrozenDictionary<string, int[]> Groups = Known
        .Split('\n')
        .SelectMany((line, group) => line.Split(' ').Select(name => (Name: NameSkeleton.Of(name), Group: group)))
        .Distinct()
        .GroupBy(n => n.Name)
        .ToFrozenDictionary(n => n.Key, n => n.Select(g => g.Group).ToArray());

    /// <summary>Which names a word can stand for; none when it is no first name that is known here.</summary>
    /// <param name="skeleton">See <see cref="NameSkeleton"/>.</param>
    public static IReadOnlyList<int> Of(string skeleton) => Groups.GetValueOrDefault(skeleton, []);
}
